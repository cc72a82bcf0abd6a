package app.focusly.room.timer;

import org.jspecify.annotations.Nullable;

/// Where the timer is. Times are epoch milliseconds, so that no change of a clock on a wall shifts
/// them.
sealed interface Course {

  /// The step that is under way, or else the one whose turn it is.
  Step step();

  /// Whose doing it is; null when nobody has touched the timer yet.
  @Nullable String by();

  /// Nothing is under way.
  record Idle(Step step, @Nullable String by) implements Course {}

  /// A phase is under way.
  ///
  /// @param startedAt when it began, moved on by each pause: the rest up to `endsAt` is its length
  record Running(Step step, long startedAt, long endsAt, String by) implements Course {}

  /// A phase is under way, and its clock stands.
  ///
  /// @param startedAt as before the pause
  /// @param length of the whole phase in milliseconds
  /// @param remaining of it, at least 1
  record Paused(Step step, long startedAt, long length, long remaining, String by)
      implements Course {}

  /// As at the beginning of a session.
  default boolean isFresh() {
    return this instanceof Idle && step().equals(Step.FIRST);
  }
}
