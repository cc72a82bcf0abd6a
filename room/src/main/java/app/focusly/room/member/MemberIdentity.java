package app.focusly.room.member;

import app.focusly.room.ConnectionId;
import app.focusly.room.MemberId;

/// Who a connection is, as the server decided; nothing that a client declares enters into it.
public record MemberIdentity(MemberId memberId, Role role) {

  /// The identity of a connection of which the server knows nothing else.
  public static MemberIdentity guest(ConnectionId connection) {
    return new MemberIdentity(new MemberId(connection.value()), Role.GUEST);
  }
}
