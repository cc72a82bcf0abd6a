package app.focusly.room.goal;

import org.jspecify.annotations.Nullable;

/// What a member says of their own goal.
public sealed interface GoalCommand {

  /// This is what they will work on; while a goal is open, it is that one in other words.
  record SetGoal(String text) implements GoalCommand {}

  /// This is what became of it.
  ///
  /// @param word about it; null when there is none
  record CloseGoal(Outcome outcome, @Nullable String word) implements GoalCommand {}
}
