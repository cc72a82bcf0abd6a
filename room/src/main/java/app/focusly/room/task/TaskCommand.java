package app.focusly.room.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What members tell the task board. Everyone in the room may.
public sealed interface TaskCommand {

  /// Puts tasks at the end of a column: all of them or none.
  ///
  /// @param estimate in pomodoros, null for none
  /// @param assignee null for nobody
  record Add(
      List<String> titles, Column column, @Nullable Integer estimate, @Nullable String assignee)
      implements TaskCommand {
    public Add {
      titles = List.copyOf(titles);
    }
  }

  /// Changes what a task says.
  ///
  /// @param title null leaves it
  /// @param estimate null leaves it, 0 takes it away
  /// @param assignee null leaves it, an empty one is nobody
  record Update(
      long taskId, @Nullable String title, @Nullable Integer estimate, @Nullable String assignee)
      implements TaskCommand {}

  /// Puts a task somewhere else.
  ///
  /// @param before the task that comes after it; null, or one that is not in that column, is the
  ///   column's end
  record Move(long taskId, Column column, @Nullable Long before) implements TaskCommand {}

  /// Takes a task off the board, and forgets what it said.
  record Remove(long taskId) implements TaskCommand {}

  /// Says what the member works on now; null for nothing on the board.
  record Work(@Nullable Long taskId) implements TaskCommand {}
}
