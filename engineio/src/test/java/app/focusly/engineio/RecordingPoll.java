package app.focusly.engineio;

import java.util.ArrayList;
import java.util.List;

/// A waiting GET that writes down its answer and takes no second one.
final class RecordingPoll implements PollReply {
  private final List<String> answers = new ArrayList<>(1);

  @Override
  public void payload(String body) {
    answer(body);
  }

  @Override
  public void refuse(Refusal refusal) {
    answer("refused: " + refusal.error());
  }

  private void answer(String text) {
    answers.add(text);
    if (answers.size() > 1) {
      throw new AssertionError("answered twice: " + answers);
    }
  }

  boolean answered() {
    return !answers.isEmpty();
  }

  /// The body, or `refused: ` and the error; empty while it waits.
  String answer() {
    return answers.isEmpty() ? "" : answers.getFirst();
  }
}
