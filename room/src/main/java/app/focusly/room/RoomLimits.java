package app.focusly.room;

import app.focusly.room.chat.ChatLimits;

/// How much one room takes.
///
/// @param members the most members who are present at once
/// @param connectionsPerMember the most tabs and devices of one member
/// @param videoPublishers the most connections that send media; the others listen
/// @param chat what its chat takes
public record RoomLimits(
    int members, int connectionsPerMember, int videoPublishers, ChatLimits chat) {
  /// What a room takes unless it is configured: in a mesh each publisher sends to everyone, and
  /// beyond 8 of them a usual uplink gives out.
  public static final RoomLimits DEFAULT = new RoomLimits(100, 5, 8);

  public RoomLimits {
    requirePositive("members", members);
    requirePositive("connectionsPerMember", connectionsPerMember);
    requirePositive("videoPublishers", videoPublishers);
  }

  /// A room with the usual chat.
  public RoomLimits(int members, int connectionsPerMember, int videoPublishers) {
    this(members, connectionsPerMember, videoPublishers, ChatLimits.DEFAULT);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is at least 1");
    }
  }
}
