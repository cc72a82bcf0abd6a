package app.focusly.room;

import app.focusly.room.media.Place;
import app.focusly.room.media.Stage;
import app.focusly.room.member.Attendee;
import app.focusly.room.member.MemberIdentity;
import app.focusly.room.member.Presence;
import app.focusly.room.member.Role;
import app.focusly.room.member.Roster;
import app.focusly.room.presence.Statuses;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Consumer;

/// One room: takes commands one after the other and says what is to be done.
///
/// It has one owner, on one thread at a time. Whoever takes the effects must not call back.
public final class Room {
  private final RoomId id;
  private final Roster roster;
  private final Stage stage;
  private final Statuses statuses = new Statuses();
  private final Views views;
  private final Signals signals;

  public Room(RoomId id, RoomLimits limits) {
    this.id = id;
    roster = new Roster(limits);
    stage = new Stage(limits.videoPublishers());
    views = new Views(id, limits, roster, stage, statuses);
    signals = new Signals(roster, stage, statuses, views);
  }

  /// Carries out a command.
  ///
  /// @param effects takes what is to be done, in order
  /// @throws IllegalArgumentException when it is a join of another room
  public void handle(Command.Live command, Instant now, Consumer<Effect> effects) {
    switch (command) {
      case Command.Join join -> join(join, now, effects);
      case Command.Leave leave -> leave(leave, effects);
      case Command.SetMedia set -> setMedia(set, now, effects);
      case Command.Signal signal -> signal(signal, now, effects);
      case Command.AskVideo ask -> askVideo(ask, effects);
    }
    if (roster.isEmpty()) {
      effects.accept(new Effect.Empty());
    }
  }

  /// All who are present, in the order in which they came.
  public List<Member> members() {
    return views.members();
  }

  /// The member whose connection this is, if it is here.
  Optional<Presence> presence(ConnectionId connection) {
    return roster.attendee(connection).map(attendee -> roster.presence(attendee.memberId()));
  }

  /// The member of this id, if they are here.
  Optional<Presence> presence(MemberId memberId) {
    return roster.find(memberId);
  }

  /// Sends a member away.
  void expel(MemberId memberId, Consumer<Effect> effects) {
    roster
        .find(memberId)
        .ifPresent(presence ->
            presence
                .attendees()
                .forEach(attendee -> remove(attendee, LeaveReason.REMOVED, effects)));
  }

  /// A member has another role now, if it is another.
  void changeRole(MemberId memberId, Role role, Consumer<Effect> effects) {
    if (roster.changeRole(memberId, role)) {
      effects.accept(new Effect.MemberUpdated(views.member(roster.presence(memberId)), null));
    }
  }

  /// All members, in the order in which they came.
  Collection<Presence> presences() {
    return roster.presences();
  }

  /// See [Roster#takeChanged].
  Set<MemberId> takeChanged() {
    return roster.takeChanged();
  }

  /// How many are present.
  public int memberCount() {
    return roster.presences().size();
  }

  private void join(Command.Join join, Instant now, Consumer<Effect> effects) {
    if (!join.request().roomId().equals(id)) {
      throw new IllegalArgumentException("a join of another room");
    }
    Optional<Attendee> present = roster.attendee(join.connection());
    if (present.isPresent()) {
      Attendee attendee = present.get();
      if (attendee.userId().equals(join.request().userId())) {
        effects.accept(new Effect.Joined(join.connection(), views.snapshot(attendee), true));
        return;
      }
      remove(attendee, LeaveReason.MOVED, effects);
    }
    Optional<Refusal> obstacle = roster.obstacle(join.identity());
    if (obstacle.isPresent()) {
      effects.accept(new Effect.Refused(join.connection(), obstacle.get()));
    } else {
      add(join, now, effects);
    }
  }

  private void add(Command.Join join, Instant now, Consumer<Effect> effects) {
    Set<ConnectionId> publishing = stage.publishing();
    Presence presence = roster.add(join.connection(), join.identity(), join.request(), now);
    Attendee attendee = presence.attendees().getLast();
    stage.enter(
        join.connection(), place(join.identity(), attendee.userId()), join.request().media(), now);
    statuses.set(join.connection(), join.request().status());
    effects.accept(new Effect.Joined(join.connection(), views.snapshot(attendee), false));
    var updated = membersOf(changes(publishing));
    updated.remove(attendee.memberId());
    updated.add(attendee.memberId()); // last: the member comes just before the user
    updateAll(updated, join.connection(), effects);
    effects.accept(new Effect.UserConnected(attendee.userId(), join.connection()));
  }

  private void leave(Command.Leave leave, Consumer<Effect> effects) {
    Optional<Attendee> attendee = roster.attendee(leave.connection());
    if (attendee.isPresent()) {
      remove(attendee.get(), leave.reason(), effects);
    } else if (leave.reason() == LeaveReason.LEFT) {
      refuseAbsent(leave.connection(), effects);
    }
  }

  private void remove(Attendee attendee, LeaveReason reason, Consumer<Effect> effects) {
    ConnectionId connection = attendee.connection();
    Set<ConnectionId> publishing = stage.publishing();
    Presence rest = roster.remove(attendee);
    stage.exit(connection);
    signals.exit(attendee, rest);
    effects.accept(new Effect.Left(connection, reason));
    boolean userGone = roster.attendees(attendee.userId()).findAny().isEmpty();
    if (userGone) {
      effects.accept(new Effect.UserDisconnected(attendee.userId(), connection));
    }
    if (!rest.attendees().isEmpty() || !userGone) {
      // Without connections when the user id lives on with somebody else: no other event tells.
      effects.accept(new Effect.MemberUpdated(views.member(rest), connection));
    }
    var updated = membersOf(changes(publishing));
    updated.remove(attendee.memberId());
    updateAll(updated, connection, effects);
  }

  private void setMedia(Command.SetMedia set, Instant now, Consumer<Effect> effects) {
    Optional<Attendee> attendee = roster.attendee(set.connection());
    if (attendee.isEmpty()) {
      refuseAbsent(set.connection(), effects);
      return;
    }
    MemberId member = attendee.get().memberId();
    Member before = views.member(roster.presence(member));
    boolean changed = stage.set(set.connection(), set.media(), now);
    effects.accept(new Effect.Accepted(set.connection()));
    if (changed) {
      Member after = views.member(roster.presence(member));
      boolean sameHand = Objects.equals(before.handRaisedAt(), after.handRaisedAt());
      effects.accept(new Effect.MemberUpdated(after, sameHand ? set.connection() : null));
    }
  }

  private void signal(Command.Signal signal, Instant now, Consumer<Effect> effects) {
    Optional<Attendee> attendee = roster.attendee(signal.connection());
    if (attendee.isEmpty()) {
      refuseAbsent(signal.connection(), effects);
    } else {
      signals.handle(signal, attendee.get(), now, effects);
    }
  }

  private void askVideo(Command.AskVideo ask, Consumer<Effect> effects) {
    Optional<Attendee> attendee = roster.attendee(ask.connection());
    if (attendee.isEmpty()) {
      refuseAbsent(ask.connection(), effects);
      return;
    }
    List<ConnectionId> asked =
        roster
            .attendees(ask.request().userId())
            .map(Attendee::connection)
            .filter(connection -> !connection.equals(ask.connection()))
            .toList();
    if (asked.isEmpty()) {
      var refusal =
          Refusal.at("userId", RefusalCode.UNKNOWN_USER, "Nobody else here has that user id.");
      effects.accept(new Effect.Refused(ask.connection(), refusal));
      return;
    }
    effects.accept(new Effect.Accepted(ask.connection()));
    effects.accept(new Effect.VideoAsked(asked, attendee.get().userId(), ask.request().on()));
  }

  private void updateAll(
      Iterable<MemberId> members, ConnectionId except, Consumer<Effect> effects) {
    for (MemberId member : members) {
      effects.accept(new Effect.MemberUpdated(views.member(roster.presence(member)), except));
    }
  }

  /// The connections that publish and did not before, or the other way round.
  private Set<ConnectionId> changes(Set<ConnectionId> before) {
    Set<ConnectionId> after = stage.publishing();
    var changes = new LinkedHashSet<>(before);
    changes.addAll(after);
    changes.removeIf(connection -> before.contains(connection) && after.contains(connection));
    return changes;
  }

  /// The members of those connections who are still here.
  private SequencedSet<MemberId> membersOf(Set<ConnectionId> connections) {
    var members = new LinkedHashSet<MemberId>();
    for (ConnectionId connection : connections) {
      roster.attendee(connection).map(Attendee::memberId).ifPresent(members::add);
    }
    return members;
  }

  private static Place place(MemberIdentity identity, UserId userId) {
    return new Place(userId, identity.role() == Role.GUEST ? null : identity.memberId());
  }

  private static void refuseAbsent(ConnectionId connection, Consumer<Effect> effects) {
    effects.accept(absent(connection));
  }

  /// What a connection hears that is not here.
  static Effect absent(ConnectionId connection) {
    return new Effect.Refused(connection, Refusal.of(RefusalCode.NOT_JOINED, "Join a room first."));
  }
}
