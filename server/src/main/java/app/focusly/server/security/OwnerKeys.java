package app.focusly.server.security;

import app.focusly.room.RoomId;

/// The keys by which somebody proves that a room is theirs: a code over the room's id that only
/// this server can make, so that none is stored. Immutable.
public final class OwnerKeys {
  /// Keeps owner keys apart from the codes of [guests][Guests], whose ids have no colon.
  private static final String PURPOSE = "room-owner:";

  private final Signature signature;

  /// @param key who has it can be owner of every room
  public OwnerKeys(byte[] key) {
    this.signature = new Signature("HmacSHA256", key);
  }

  /// The room's key: 43 letters, digits, `-` and `_`.
  public String of(RoomId room) {
    return signature.encoded(PURPOSE + room.value());
  }

  /// Whether this is the room's key; takes the same time whatever is wrong.
  public boolean fits(RoomId room, String key) {
    return signature.matches(PURPOSE + room.value(), key);
  }
}
