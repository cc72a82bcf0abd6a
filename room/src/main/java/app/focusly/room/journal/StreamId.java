package app.focusly.room.journal;

import app.focusly.room.MemberId;
import app.focusly.room.RoomId;
import java.util.Optional;

/// The name of a stream of events, which has one writer at a time.
///
/// @param value 1 to 256 characters without control characters
public record StreamId(String value) {
  /// A room id is 64 at most, a member id 128, and there are two prefixes.
  public static final int MAX_LENGTH = 256;

  private static final String ROOM = "room:";
  private static final String MEMBER = "member:";

  public StreamId {
    if (value.isBlank()
        || value.length() > MAX_LENGTH
        || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("not a stream id");
    }
  }

  /// What all of a room's members see.
  public static StreamId of(RoomId roomId) {
    return new StreamId(ROOM + roomId.value());
  }

  /// The room all of whose members see this, if it is one's.
  public Optional<RoomId> room() {
    return value.startsWith(ROOM) ? RoomId.parse(value.substring(ROOM.length())) : Optional.empty();
  }

  /// What one member alone sees of a room. A room id has no colon, so no two of these are alike.
  public static StreamId of(RoomId roomId, MemberId memberId) {
    return new StreamId(MEMBER + roomId.value() + ':' + memberId.value());
  }

  /// Whether this member alone sees it, in whatever room.
  public boolean isOf(MemberId memberId) {
    int end = value.indexOf(':', MEMBER.length());
    return value.startsWith(MEMBER) && value.substring(end + 1).equals(memberId.value());
  }

  @Override
  public String toString() {
    return value;
  }
}
