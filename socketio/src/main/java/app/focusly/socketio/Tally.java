package app.focusly.socketio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// Gathers what several threads have to say, until all have. Used from any of them.
public final class Tally<T> {
  private final List<T> answers = new ArrayList<>();
  private final BiConsumer<List<T>, Boolean> listener;

  /// How many have not said all; the first is who made this.
  private int awaited = 1;

  private boolean complete = true;

  /// @param listener hears all answers and whether none is missing, on the thread of the last
  Tally(BiConsumer<List<T>, Boolean> listener) {
    this.listener = listener;
  }

  /// One more will have something to say, and then [#done].
  public synchronized void expect() {
    awaited++;
  }

  /// Somebody's answer.
  public synchronized void add(T answer) {
    answers.add(answer);
  }

  /// Somebody gave no answer.
  public synchronized void missing() {
    complete = false;
  }

  /// Somebody has said all.
  public void done() {
    if (isLast()) {
      listener.accept(List.copyOf(answers), complete);
    }
  }

  private synchronized boolean isLast() {
    return --awaited == 0;
  }
}
