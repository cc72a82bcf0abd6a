package app.focusly.room.member;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A member in the room. Immutable: each change gives another one.
///
/// @param name the last one that they gave, or null
/// @param timeZone the last one that they gave, or null
/// @param joinedAt when the first of their connections came
/// @param attendees their connections in the order in which they came
public record Presence(
    MemberIdentity identity,
    @Nullable MemberName name,
    @Nullable ZoneId timeZone,
    Instant joinedAt,
    List<Attendee> attendees) {

  public Presence {
    attendees = List.copyOf(attendees);
  }

  static Presence beginning(MemberIdentity identity, Instant now) {
    return new Presence(identity, null, null, now, List.of());
  }

  /// With one connection more, and with what its request says of the member.
  Presence with(Attendee attendee, MemberIdentity latest, JoinRequest request) {
    var more = Stream.concat(attendees.stream(), Stream.of(attendee)).toList();
    return new Presence(
        latest,
        request.name() == null ? name : request.name(),
        request.timeZone() == null ? timeZone : request.timeZone(),
        joinedAt,
        more);
  }

  Presence as(Role role) {
    return new Presence(
        new MemberIdentity(identity.memberId(), role), name, timeZone, joinedAt, attendees);
  }

  Presence without(Attendee attendee) {
    var fewer = attendees.stream().filter(other -> !other.equals(attendee)).toList();
    return new Presence(identity, name, timeZone, joinedAt, fewer);
  }
}
