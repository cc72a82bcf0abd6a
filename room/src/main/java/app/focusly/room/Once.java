package app.focusly.room;

import java.util.function.Consumer;

/// Somebody who waits for one answer: a second one is dropped. Confined to the room's owner.
final class Once<T> implements Consumer<T> {
  private final Consumer<T> to;
  private boolean answered;

  Once(Consumer<T> to) {
    this.to = to;
  }

  @Override
  public void accept(T answer) {
    if (!answered) {
      answered = true;
      to.accept(answer);
    }
  }
}
