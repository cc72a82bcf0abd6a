package app.focusly.room;

import app.focusly.room.access.AccessLimits;
import app.focusly.room.chat.ChatLimits;
import app.focusly.room.goal.GoalLimits;
import app.focusly.room.note.NoteLimits;
import app.focusly.room.standup.StandupLimits;
import app.focusly.room.task.TaskLimits;
import app.focusly.room.timer.TimerLimits;

/// How much each feature of a room takes.
public record FeatureLimits(
    AccessLimits access,
    TimerLimits timer,
    ChatLimits chat,
    GoalLimits goals,
    StandupLimits standup,
    TaskLimits tasks,
    NoteLimits notes) {
  /// What they take unless they are configured.
  public static final FeatureLimits DEFAULT =
      new FeatureLimits(
          AccessLimits.DEFAULT,
          TimerLimits.DEFAULT,
          ChatLimits.DEFAULT,
          GoalLimits.DEFAULT,
          StandupLimits.DEFAULT,
          TaskLimits.DEFAULT,
          NoteLimits.DEFAULT);
}
