package app.focusly.server.room;

/// Makes one of many steps fail: the test goes through all of them.
final class Mishaps {
  private final int failing;
  private int steps;

  /// @param failing the number of the step that fails, from 1
  Mishaps(int failing) {
    this.failing = failing;
  }

  /// A step that may fail.
  void step() {
    steps++;
    if (steps == failing) {
      throw new IllegalStateException("as the test says");
    }
  }

  /// Whether the step that fails was come to.
  boolean happened() {
    return steps >= failing;
  }
}
