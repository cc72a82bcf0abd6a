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
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Who is in the room and by which connections. Confined to the room's owner.
public final class Roster {
  private final RoomLimits limits;
  private final Map<MemberId, Presence> presences = new LinkedHashMap<>();
  private final Map<ConnectionId, Attendee> attendees = new LinkedHashMap<>();

  /// Who came or went since somebody asked last.
  private final Set<MemberId> changed = new LinkedHashSet<>();

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
            .with(attendee, identity, request);
    attendees.put(connection, attendee);
    if (presences.put(identity.memberId(), presence) == null) {
      changed.add(identity.memberId());
    }
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
      changed.add(attendee.memberId());
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

  /// Gives a member who is in the room another role.
  ///
  /// @return whether it is another
  public boolean changeRole(MemberId memberId, Role role) {
    Presence presence = presence(memberId);
    presences.put(memberId, presence.as(role));
    return presence.identity().role() != role;
  }

  /// The member of this id, if they are in the room.
  public Optional<Presence> find(MemberId memberId) {
    return Optional.ofNullable(presences.get(memberId));
  }

  /// The member of this id, who is in the room.
  public Presence presence(MemberId memberId) {
    return Objects.requireNonNull(presences.get(memberId), "not in the room");
  }

  /// All members, in the order in which they came.
  public Collection<Presence> presences() {
    return Collections.unmodifiableCollection(presences.values());
  }

  /// The members who came or went since this was asked last. The room's owner asks after each
  /// command.
  public Set<MemberId> takeChanged() {
    if (changed.isEmpty()) {
      return Set.of();
    }
    var taken = new LinkedHashSet<>(changed);
    changed.clear();
    return taken;
  }

  /// Whether nobody is here.
  public boolean isEmpty() {
    return attendees.isEmpty();
  }
}
