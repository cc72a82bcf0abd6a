package app.focusly.room.task;

/// How much the task board of a room takes.
///
/// @param tasks the most tasks on it, those that are done included
/// @param title the most code points of a title
public record TaskLimits(int tasks, int title) {
  /// The most tasks that can be allowed: they all go to each client that joins.
  public static final int MAX_TASKS = 500;

  /// The most code points that titles can be allowed.
  public static final int MAX_TITLE = 200;

  /// The most tasks that are added at once: their events fit one command's.
  public static final int AT_ONCE = 200;

  /// The most pomodoros that a task can be estimated at.
  static final int MAX_ESTIMATE = 99;

  /// The most members of whom it is known what they work on.
  static final int WORKING = 500;

  /// What a room takes unless it is configured.
  public static final TaskLimits DEFAULT = new TaskLimits(MAX_TASKS, MAX_TITLE);

  public TaskLimits {
    if (tasks < 1 || tasks > MAX_TASKS) {
      throw new IllegalArgumentException("tasks is 1 to " + MAX_TASKS);
    }
    if (title < 1 || title > MAX_TITLE) {
      throw new IllegalArgumentException("title is 1 to " + MAX_TITLE);
    }
  }
}
