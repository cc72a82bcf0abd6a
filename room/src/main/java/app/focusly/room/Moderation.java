package app.focusly.room;

import app.focusly.room.access.Access;
import app.focusly.room.access.AccessCommand;
import app.focusly.room.access.AccessEvent;
import app.focusly.room.access.AccessLimits;
import app.focusly.room.access.AccessRefusals;
import app.focusly.room.access.Door;
import app.focusly.room.access.Entrance;
import app.focusly.room.access.Permission;
import app.focusly.room.access.Waiting;
import app.focusly.room.ledger.Recorded;
import app.focusly.room.media.MediaState;
import app.focusly.room.member.Attendee;
import app.focusly.room.member.JoinRequest;
import app.focusly.room.member.MemberIdentity;
import app.focusly.room.member.Presence;
import app.focusly.room.member.Role;
import app.focusly.room.note.Notes;
import app.focusly.room.presence.Typing;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What owners do with those who are here or want to come in, as far as it leaves no trace: who
/// waits at the door, who is muted, who has to go. Confined to the room's owner.
///
/// Who may do what is [Access]'s to say; this follows what it decided.
final class Moderation {
  /// The most who are muted at once; who was muted first may speak again.
  private static final int MAX_MUTED = 1_000;

  private static final String FORGOTTEN = "What was kept of you is deleted.";

  private static final Refusal UNREAD =
      Refusal.of(RefusalCode.STORAGE_UNAVAILABLE, "The room cannot be read now.");

  private final Room room;
  private final Door door;
  private final Supplier<Optional<Access>> access;
  private final Consumer<Effect> effects;

  /// Those whom an owner muted, until everyone has gone.
  private final SequencedSet<MemberId> muted = new LinkedHashSet<>();

  /// @param access as it is in memory, if it is
  /// @param effects takes what no command of the receiver caused
  Moderation(
      Room room,
      RoomLimits limits,
      AccessLimits accessLimits,
      Supplier<Optional<Access>> access,
      Consumer<Effect> effects) {
    this.room = room;
    this.door = new Door(accessLimits.waiting(), limits.connectionsPerMember());
    this.access = access;
    this.effects = effects;
  }

  /// Whether nobody waits.
  boolean isIdle() {
    return door.isEmpty();
  }

  /// The join of somebody who may come in, with the role that they have here, and with no media
  /// that they may not send. Who may not has been answered.
  Optional<Command.Join> admit(Command.Join join, Instant now, Consumer<Effect> to) {
    Optional<Access> known = access.get();
    if (known.isEmpty()) {
      return Optional.of(join);
    }
    if (room.presence(join.connection()).isEmpty()) {
      switch (known.get().entrance(join.identity(), now)) {
        case Entrance.Closed(Refusal refusal) -> {
          giveUp(join.connection());
          to.accept(new Effect.Refused(join.connection(), refusal));
          return Optional.empty();
        }
        case Entrance.Waiting _ -> {
          to.accept(new Effect.Refused(join.connection(), knock(join, now)));
          return Optional.empty();
        }
        case Entrance.Open _ -> giveUp(join.connection());
      }
    }
    if (room.memberCount() == 0) {
      muted.clear();
    }
    MemberId memberId = join.identity().memberId();
    Role role = known.get().role(memberId.value(), join.identity().role());
    return Optional.of(
        new Command.Join(
            join.connection(),
            new MemberIdentity(memberId, role),
            join.request().withMedia(allowed(join.request(), memberId, role))));
  }

  private Refusal knock(Command.Join join, Instant now) {
    MemberId memberId = join.identity().memberId();
    Optional<Refusal> obstacle = door.obstacle(join.connection(), memberId);
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    door.knock(join.connection(), memberId, join.request().name(), now)
        .ifPresent(waiting -> effects.accept(new Effect.MemberWaiting(owners(), waiting)));
    return AccessRefusals.WAITING;
  }

  /// Those who wait, if somebody of this role is to know.
  List<Waiting> waitingFor(Role role) {
    return role == Role.OWNER ? door.waiting() : List.of();
  }

  /// Whether a connection goes that waited at the door, and so was not in the room.
  boolean leave(Command.Leave leave, Consumer<Effect> to) {
    if (!door.holds(leave.connection())) {
      return false;
    }
    giveUp(leave.connection());
    to.accept(new Effect.Left(leave.connection(), leave.reason()));
    return true;
  }

  private void giveUp(ConnectionId connection) {
    door.leave(connection).ifPresent(this::gone);
  }

  private void gone(MemberId memberId) {
    effects.accept(new Effect.MemberWaitingGone(owners(), memberId));
  }

  /// Why a connection may not do this, if so.
  Optional<Refusal> obstacle(Command.Live live) {
    return switch (live) {
      case Command.SetMedia set -> obstacle(set);
      case Command.LowerHands lower -> obstacle(lower);
      case Command.Join _,
          Command.Leave _,
          Command.SetStatus _,
          Command.Type _,
          Command.AskVideo _ ->
          Optional.empty();
    };
  }

  /// Nobody moderates while it is not known whose the room is.
  private Optional<Refusal> obstacle(Command.LowerHands lower) {
    return room.presence(lower.connection())
        .map(presence -> presence.identity().role())
        .flatMap(role ->
            access
                .get()
                .map(known -> known.obstacle(Permission.MODERATE, role))
                .orElse(Optional.of(AccessRefusals.NOT_PERMITTED)));
  }

  /// Whether what a connection types is none of the others' business: its user could not send it.
  boolean isHushed(Command.Type type) {
    return type.typing().place() == Typing.Place.CHAT
        && room.presence(type.connection())
            .filter(presence -> !may(Permission.CHAT, presence.identity().role()))
            .isPresent();
  }

  /// Whether a connection may search the room: whoever is here may.
  Effect searching(Command.Search search, Optional<Notes> notes) {
    return room.presence(search.connection()).isEmpty()
        ? Room.absent(search.connection())
        : notes
            .<Effect>map(known -> new Effect.Searching(search, known.titles()))
            .orElseGet(() -> new Effect.Refused(search.connection(), UNREAD));
  }

  /// Whether a connection may use a note.
  Effect noteUsed(Command.UseNote use, Optional<Notes> notes) {
    Optional<Presence> presence = room.presence(use.connection());
    if (presence.isEmpty()) {
      return Room.absent(use.connection());
    }
    MemberIdentity identity = presence.get().identity();
    return noteObstacle(use, identity.role(), notes)
        .<Effect>map(refusal -> new Effect.Refused(use.connection(), refusal))
        .orElseGet(() ->
            new Effect.NoteUsed(
                use.connection(), use.noteId(), identity.memberId(), presence.get().name()));
  }

  private Optional<Refusal> noteObstacle(Command.UseNote use, Role role, Optional<Notes> notes) {
    if (notes.isEmpty()) {
      return Optional.of(UNREAD);
    }
    return notes.get().has(use.noteId())
        ? access.get().flatMap(known -> known.obstacle(Permission.EDIT_NOTES, role))
        : Optional.of(Notes.UNKNOWN);
  }

  private Optional<Refusal> obstacle(Command.SetMedia set) {
    return room.presence(set.connection())
        .flatMap(presence -> {
          MemberIdentity identity = presence.identity();
          MediaState media = set.media();
          if (media.screen() && !may(Permission.SHARE_SCREEN, identity.role())) {
            return Optional.of(refusal("screen", "Only an owner shares a screen here."));
          }
          return media.mic() && isSilenced(identity.memberId(), identity.role())
              ? Optional.of(refusal("mic", "An owner muted you."))
              : Optional.empty();
        });
  }

  private static Refusal refusal(String path, String message) {
    return Refusal.at(path, RefusalCode.NOT_PERMITTED, message);
  }

  private MediaState allowed(JoinRequest request, MemberId memberId, Role role) {
    MediaState media = request.media();
    if (request.protocol() == JoinRequest.PLAIN_PROTOCOL) {
      return media; // it tells nothing, and would not follow
    }
    return new MediaState(
        media.mic() && !isSilenced(memberId, role),
        media.camera(),
        media.screen() && may(Permission.SHARE_SCREEN, role),
        media.hand());
  }

  private boolean isSilenced(MemberId memberId, Role role) {
    return muted.contains(memberId) && !may(Permission.UNMUTE, role);
  }

  private boolean may(Permission permission, Role role) {
    return access.get().flatMap(known -> known.obstacle(permission, role)).isEmpty();
  }

  /// The change, with what only the door knows.
  Object completed(Object change) {
    return change instanceof AccessCommand.AtDoor command
        ? command.with(door.find(command.memberId()).orElse(null))
        : change;
  }

  /// A change was made that is no news for the journal.
  void made(Object change, MemberId by) {
    if (change instanceof AccessCommand.Reject(MemberId memberId, _)) {
      clear(memberId, "entry-refused", "You were not let in.");
    } else if (change instanceof AccessCommand.Mute(MemberId memberId, boolean on)) {
      mute(memberId, on, by);
    }
  }

  private void mute(MemberId memberId, boolean on, MemberId by) {
    List<ConnectionId> connections = connections(memberId);
    if (on && !connections.isEmpty()) {
      muted.addLast(memberId);
      if (muted.size() > MAX_MUTED) {
        muted.removeFirst();
      }
    } else {
      muted.remove(memberId);
    }
    effects.accept(
        on
            ? new Effect.Notice(connections, "muted", "An owner muted you.", by)
            : new Effect.Notice(
                connections, "may-unmute", "You may switch your microphone on again.", by));
  }

  /// Follows what has happened, and is in the journal.
  void follow(Recorded recorded) {
    var memberId = recorded.body().path("memberId").asText();
    switch (recorded.type()) {
      case AccessEvent.ADMITTED -> clear(new MemberId(memberId), "admitted", "You may come in.");
      case AccessEvent.REMOVED ->
          expel(new MemberId(memberId), "removed", "An owner removed you from the room.");
      case AccessEvent.BANNED -> {
        clear(new MemberId(memberId), "banned", "You cannot come into this room any more.");
        expel(new MemberId(memberId), "banned", "You cannot come into this room any more.");
      }
      case AccessEvent.CONFIGURED -> settleDoor();
      case AccessEvent.OWNER_ADDED -> changeRole(new MemberId(memberId));
      case AccessEvent.HANDED_OVER -> {
        changeRole(new MemberId(recorded.body().path("from").asText()));
        changeRole(new MemberId(memberId));
      }
      default -> {}
    }
  }

  /// Whether a member is at the door.
  boolean isWaiting(MemberId memberId) {
    return door.find(memberId).isPresent();
  }

  /// A member wants to be forgotten: they are neither here nor at the door any more.
  void forget(MemberId memberId) {
    clear(memberId, "forgotten", FORGOTTEN);
    expel(memberId, "forgotten", FORGOTTEN);
    muted.remove(memberId);
  }

  private void clear(MemberId memberId, String code, String message) {
    List<ConnectionId> connections = door.clear(memberId);
    if (!connections.isEmpty()) {
      effects.accept(new Effect.Notice(connections, code, message, null));
      gone(memberId);
    }
  }

  /// Nobody waits in vain: neither at an open door nor at a locked one.
  private void settleDoor() {
    Optional<Access> known = access.get();
    if (known.filter(Access::isLocked).isPresent()) {
      door.waiting()
          .forEach(each -> clear(each.memberId(), "room-locked", "The room is locked now."));
    } else if (known.filter(Access::isOpen).isPresent()) {
      door.waiting().forEach(each -> clear(each.memberId(), "admitted", "You may come in."));
    }
  }

  private void expel(MemberId memberId, String code, String message) {
    List<ConnectionId> connections = connections(memberId);
    if (!connections.isEmpty()) {
      effects.accept(new Effect.Notice(connections, code, message, null));
      room.expel(memberId, effects);
    }
  }

  /// Whoever is an owner now has to know who waits.
  private void changeRole(MemberId memberId) {
    Optional<Access> known = access.get();
    Optional<Presence> presence = room.presence(memberId);
    if (known.isEmpty() || presence.isEmpty()) {
      return;
    }
    Role role = known.get().role(memberId.value(), presence.get().identity().role());
    room.changeRole(memberId, role, effects);
    List<ConnectionId> connections = connections(memberId);
    waitingFor(role)
        .forEach(waiting -> effects.accept(new Effect.MemberWaiting(connections, waiting)));
  }

  private List<ConnectionId> owners() {
    return room.presences().stream()
        .filter(presence -> presence.identity().role() == Role.OWNER)
        .flatMap(presence -> presence.attendees().stream())
        .map(Attendee::connection)
        .toList();
  }

  private List<ConnectionId> connections(MemberId memberId) {
    return room.presence(memberId).stream()
        .flatMap(presence -> presence.attendees().stream())
        .map(Attendee::connection)
        .toList();
  }
}
