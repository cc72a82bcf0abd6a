package app.focusly.room.history;

import app.focusly.room.MemberId;
import app.focusly.room.member.MemberName;
import app.focusly.room.member.Role;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What the room tells its history of who is there.
public sealed interface AttendanceCommand {

  /// The first connection of a member came.
  ///
  /// @param timeZone that their days are of; null when they gave none
  record Came(MemberId memberId, @Nullable MemberName name, Role role, @Nullable ZoneId timeZone)
      implements AttendanceCommand {

    /// Without a time zone.
    public Came(MemberId memberId, @Nullable MemberName name, Role role) {
      this(memberId, name, role, null);
    }
  }

  /// A member who was there before the server started has not come back.
  ///
  /// @param lastSeen a time at which they were still there
  record Missing(MemberId memberId, Instant lastSeen) implements AttendanceCommand {}

  /// The last connection of a member has gone.
  record Went(MemberId memberId) implements AttendanceCommand {}

  /// The server starts again: whoever was there is not, since this time at the latest. It comes
  /// before any other command, lest others take those who have gone for present.
  record Interrupted(Instant lastSeen) implements AttendanceCommand {}
}
