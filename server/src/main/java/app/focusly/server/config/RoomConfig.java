package app.focusly.server.config;

import app.focusly.room.RoomLimits;
import app.focusly.room.access.AccessLimits;
import app.focusly.room.chat.ChatLimits;

/// Limits of rooms.
///
/// @param limits of each room
/// @param access how many people each room remembers, and for what
/// @param maxRooms rooms with somebody in them at once
public record RoomConfig(RoomLimits limits, AccessLimits access, int maxRooms) {

  /// Reads it; what is wrong is noted in the settings.
  public static RoomConfig read(Settings settings) {
    return new RoomConfig(
        new RoomLimits(
            settings.number(Option.ROOM_MEMBERS, 1, 10_000),
            settings.number(Option.MEMBER_CONNECTIONS, 1, 100),
            settings.number(Option.VIDEO_PUBLISHERS, 1, 100),
            new ChatLimits(
                settings.number(Option.CHAT_MESSAGE, 1, ChatLimits.MAX_MESSAGE),
                settings.number(Option.CHAT_REACTION_KINDS, 1, ChatLimits.MAX_REACTION_KINDS),
                settings.number(Option.CHAT_REACTIONS, 1, ChatLimits.MAX_REACTIONS))),
        new AccessLimits(
            settings.number(Option.ROOM_BANS, 1, 10_000),
            settings.number(Option.ROOM_WAITING, 1, 1_000),
            settings.number(Option.ROOM_OWNERS, 1, 100)),
        settings.number(Option.MAX_ROOMS, 1, 10_000_000));
  }
}
