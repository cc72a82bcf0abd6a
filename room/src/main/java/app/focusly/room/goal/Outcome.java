package app.focusly.room.goal;

import java.util.Arrays;
import java.util.Optional;

/// What became of a goal, as its member sees it.
public enum Outcome {
  DONE("done"),
  PARTLY("partly"),
  NOT("not");

  private final String text;

  Outcome(String text) {
    this.text = text;
  }

  /// The outcome as it goes over the wire.
  public String text() {
    return text;
  }

  static Optional<Outcome> of(String text) {
    return Arrays.stream(values()).filter(outcome -> outcome.text.equals(text)).findFirst();
  }
}
