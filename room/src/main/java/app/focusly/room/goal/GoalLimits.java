package app.focusly.room.goal;

/// How much the goals of a room take.
///
/// @param text the most code points of a goal, and of the word at its end
public record GoalLimits(int text) {
  /// What is read at a glance under a name.
  public static final int MAX_TEXT = 280;

  public static final GoalLimits DEFAULT = new GoalLimits(MAX_TEXT);

  public GoalLimits {
    if (text < 1 || text > MAX_TEXT) {
      throw new IllegalArgumentException("text is 1 to " + MAX_TEXT);
    }
  }
}
