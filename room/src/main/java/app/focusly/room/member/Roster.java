package app.focusly.room.member;

import app.focusly.room.ConnectionId;
import app.focusly.room.MemberId;
import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;
import app.focusly.room.RoomLimits;
import app.focusly.room.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Who is in the room and by which connections. Confined to the room's owner.
public final class Roster {
  private final RoomLimits limits;
  private final Map<MemberId, Presence> presences = new LinkedHashMap<>();
  private final Map<ConnectionId, Attendee> attendees = new LinkedHashMap<>();

  public Roster(RoomLimits limits) {
    this.limits = limits;
  }

  /// Why one more connection of this member cannot come in, if so.
  public Optional<Refusal> obstacle(MemberIdentity identity) {
    Presence presence = presences.get(identity.memberId());
    if (presence == null) {
      return presences.size() < limits.members()
          ? Optional.empty()
          : Optional.of(Refusal.of(RefusalCode.ROOM_FULL, "The room is full."));
    }
    return presence.attendees().size() < limits.connectionsPerMember()
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                RefusalCode.TOO_MANY_CONNECTIONS,
                "You are in this room in as many tabs and devices as it allows."));
  }

  /// Lets a connection in.
  ///
  /// @throws IllegalStateException when there is an [obstacle][#obstacle], or it is in already
  public Presence add(
      ConnectionId connection, MemberIdentity identity, JoinRequest request, Instant now) {
    if (attendees.containsKey(connection) || obstacle(identity).isPresent()) {
      throw new IllegalStateException("not to be let in");
    }
    var attendee =
        new Attendee(connection, identity.memberId(), request.userId(), request.protocol(), now);
    var presence =
        presences
            .getOrDefault(identity.memberId(), Presence.beginning(identity, now))
            .with(attendee, identity, request.name());
    attendees.put(connection, attendee);
    presences.put(identity.memberId(), presence);
    return presence;
  }

  /// Lets a connection go.
  ///
  /// @return its member without it, who is gone as well when no connection is left
  public Presence remove(Attendee attendee) {
    attendees.remove(attendee.connection());
    var presence = presence(attendee.memberId()).without(attendee);
    if (presence.attendees().isEmpty()) {
      presences.remove(attendee.memberId());
    } else {
      presences.put(attendee.memberId(), presence);
    }
    return presence;
  }

  /// The connection as it is in the room, if it is.
  public Optional<Attendee> attendee(ConnectionId connection) {
    return Optional.ofNullable(attendees.get(connection));
  }

  /// All connections with this user id, whoever they are.
  public Stream<Attendee> attendees(UserId userId) {
    return attendees.values().stream().filter(attendee -> attendee.userId().equals(userId));
  }

  /// Whether a member is in the room.
  public boolean isPresent(MemberId memberId) {
    return presences.containsKey(memberId);
  }

  /// The member of this id, who is in the room.
  public Presence presence(MemberId memberId) {
    return Objects.requireNonNull(presences.get(memberId), "not in the room");
  }

  /// All members, in the order in which they came.
  public Collection<Presence> presences() {
    return Collections.unmodifiableCollection(presences.values());
  }

  /// Whether nobody is here.
  public boolean isEmpty() {
    return attendees.isEmpty();
  }
}
