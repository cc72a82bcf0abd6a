package app.focusly.room.access;

import app.focusly.room.MemberId;
import app.focusly.room.member.MemberName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A member who waits to be let in.
///
/// @param name null when they gave none
/// @param since when they first asked
public record Waiting(MemberId memberId, @Nullable MemberName name, Instant since) {

  @Nullable String nameText() {
    return name == null ? null : name.value();
  }
}
