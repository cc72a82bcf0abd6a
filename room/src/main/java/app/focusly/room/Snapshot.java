package app.focusly.room;

import app.focusly.room.member.Role;
import java.util.List;

/// A room as a connection finds it when it has joined.
///
/// @param you who the connection is in this room
/// @param members all, the connection's own member included, in the order in which they came
public record Snapshot(RoomId roomId, You you, List<Member> members, RoomLimits limits) {

  public Snapshot {
    members = List.copyOf(members);
  }

  /// Who the receiver of a snapshot is.
  public record You(MemberId memberId, UserId userId, Role role) {}
}
