package app.focusly.room.member;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A member in the room. Immutable: each change gives another one.
///
/// @param name the last one that they gave, or null
/// @param joinedAt when the first of their connections came
/// @param attendees their connections in the order in which they came
public record Presence(
    MemberIdentity identity,
    @Nullable MemberName name,
    Instant joinedAt,
    List<Attendee> attendees) {

  public Presence {
    attendees = List.copyOf(attendees);
  }

  static Presence beginning(MemberIdentity identity, Instant now) {
    return new Presence(identity, null, now, List.of());
  }

  /// With one connection more, and with what its request says of the member.
  Presence with(Attendee attendee, MemberIdentity latest, @Nullable MemberName newName) {
    var more = Stream.concat(attendees.stream(), Stream.of(attendee)).toList();
    return new Presence(latest, newName == null ? name : newName, joinedAt, more);
  }

  Presence as(Role role) {
    return new Presence(new MemberIdentity(identity.memberId(), role), name, joinedAt, attendees);
  }

  Presence without(Attendee attendee) {
    var fewer = attendees.stream().filter(other -> !other.equals(attendee)).toList();
    return new Presence(identity, name, joinedAt, fewer);
  }
}
