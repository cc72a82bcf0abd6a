package app.focusly.server.config;

import app.focusly.room.FeatureLimits;
import app.focusly.room.RoomLimits;
import app.focusly.room.access.AccessLimits;
import app.focusly.room.chat.ChatLimits;
import app.focusly.room.goal.GoalLimits;
import app.focusly.room.note.NoteLimits;
import app.focusly.room.standup.StandupLimits;
import app.focusly.room.task.TaskLimits;
import app.focusly.room.timer.TimerLimits;
import java.time.Duration;

/// Limits of rooms.
///
/// @param limits of each room
/// @param features of what each room remembers
/// @param maxRooms rooms with somebody in them at once
/// @param retention how old what happened may get; zero for any age
public record RoomConfig(
    RoomLimits limits, FeatureLimits features, int maxRooms, Duration retention) {
  private static final int MAX_DAYS = 36_500;

  /// Reads it; what is wrong is noted in the settings.
  public static RoomConfig read(Settings settings) {
    return new RoomConfig(
        new RoomLimits(
            settings.number(Option.ROOM_MEMBERS, 1, 10_000),
            settings.number(Option.MEMBER_CONNECTIONS, 1, 100),
            settings.number(Option.VIDEO_PUBLISHERS, 1, 100)),
        new FeatureLimits(
            new AccessLimits(
                settings.number(Option.ROOM_BANS, 1, 10_000),
                settings.number(Option.ROOM_WAITING, 1, 1_000),
                settings.number(Option.ROOM_OWNERS, 1, 100)),
            new TimerLimits(settings.number(Option.TIMER_PRESETS, 1, TimerLimits.MAX_PRESETS)),
            new ChatLimits(
                settings.number(Option.CHAT_MESSAGE, 1, ChatLimits.MAX_MESSAGE),
                settings.number(Option.CHAT_REACTION_KINDS, 1, ChatLimits.MAX_REACTION_KINDS),
                settings.number(Option.CHAT_REACTIONS, 1, ChatLimits.MAX_REACTIONS)),
            new GoalLimits(settings.number(Option.GOAL_TEXT, 1, GoalLimits.MAX_TEXT)),
            new StandupLimits(settings.number(Option.STANDUP_ANSWER, 1, StandupLimits.MAX_ANSWER)),
            new TaskLimits(
                settings.number(Option.TASKS, 1, TaskLimits.MAX_TASKS),
                settings.number(Option.TASK_TITLE, 1, TaskLimits.MAX_TITLE)),
            new NoteLimits(
                settings.number(Option.NOTES, 1, NoteLimits.MAX_NOTES),
                settings.number(Option.NOTE_BYTES, NoteLimits.MIN_BYTES, NoteLimits.MAX_BYTES))),
        settings.number(Option.MAX_ROOMS, 1, 10_000_000),
        settings.days(Option.RETENTION, MAX_DAYS));
  }
}
