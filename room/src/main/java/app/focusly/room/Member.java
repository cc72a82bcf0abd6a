package app.focusly.room;

import app.focusly.room.media.MediaState;
import app.focusly.room.member.MemberName;
import app.focusly.room.member.Role;
import app.focusly.room.presence.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A member as everyone in the room sees them.
///
/// @param name null when the client gave none
/// @param joinedAt when the first of their connections came
/// @param handRaisedAt null while no hand is up
/// @param connections in the order in which they came; empty when the last one has gone
public record Member(
    MemberId memberId,
    @Nullable MemberName name,
    Role role,
    Instant joinedAt,
    Status status,
    @Nullable Instant handRaisedAt,
    List<Connection> connections) {

  public Member {
    connections = List.copyOf(connections);
  }

  /// One tab or device of a member.
  ///
  /// @param protocol 0 for a plain client, which declared none
  /// @param publisher whether it may send media; otherwise it listens
  public record Connection(
      UserId userId, int protocol, Instant joinedAt, boolean publisher, MediaState media) {}
}
