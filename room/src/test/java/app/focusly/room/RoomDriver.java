package app.focusly.room;

import app.focusly.room.media.MediaState;
import app.focusly.room.media.ReceiveVideo;
import app.focusly.room.member.JoinRequest;
import app.focusly.room.member.MemberIdentity;
import app.focusly.room.member.MemberName;
import app.focusly.room.member.Role;
import app.focusly.room.presence.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A room that is told in few words; each command comes a second after the one before.
final class RoomDriver {
  static final RoomId ROOM = new RoomId("abc-defg-hij");
  static final Instant START = Instant.parse("2026-01-01T09:00:00Z");

  private final Room room;
  private Instant now = START;

  RoomDriver() {
    this(RoomLimits.DEFAULT);
  }

  RoomDriver(RoomLimits limits) {
    room = new Room(ROOM, limits);
  }

  List<Effect> handle(Command.Live command) {
    var effects = new ArrayList<Effect>();
    room.handle(command, now, effects::add);
    now = now.plus(Duration.ofSeconds(1));
    return effects;
  }

  /// A member joins with the web app.
  List<Effect> join(String connection, String member, String userId) {
    return handle(new Command.Join(connection(connection), person(member), request(userId)));
  }

  /// A plain client joins, of which nothing is known.
  List<Effect> joinPlain(String connection, String userId) {
    var identity = MemberIdentity.guest(connection(connection));
    return handle(new Command.Join(connection(connection), identity, plainRequest(userId)));
  }

  List<Effect> leave(String connection) {
    return handle(new Command.Leave(connection(connection), LeaveReason.LEFT));
  }

  List<Effect> drop(String connection) {
    return handle(new Command.Leave(connection(connection), LeaveReason.DROPPED));
  }

  List<Effect> setMedia(String connection, MediaState media) {
    return handle(new Command.SetMedia(connection(connection), media));
  }

  List<Effect> askVideo(String connection, String userId, boolean on) {
    var request = new ReceiveVideo(new UserId(userId), on);
    return handle(new Command.AskVideo(connection(connection), request));
  }

  Room room() {
    return room;
  }

  /// A member who is present.
  Member member(String member) {
    return room.members().stream()
        .filter(other -> other.memberId().value().equals(member))
        .findFirst()
        .orElseThrow();
  }

  /// The user ids that publish, a connection each.
  List<String> publishers() {
    return room.members().stream()
        .flatMap(member -> member.connections().stream())
        .filter(Member.Connection::publisher)
        .map(connection -> connection.userId().value())
        .toList();
  }

  static ConnectionId connection(String id) {
    return new ConnectionId(id);
  }

  static MemberIdentity person(String member) {
    return new MemberIdentity(new MemberId(member), Role.MEMBER);
  }

  static JoinRequest request(String userId) {
    return request(userId, null, MediaState.OFF);
  }

  static JoinRequest request(String userId, @Nullable String name, MediaState media) {
    var memberName = name == null ? null : new MemberName(name);
    return new JoinRequest(
        ROOM,
        new UserId(userId),
        JoinRequest.PROTOCOL,
        memberName,
        null,
        media,
        Status.AVAILABLE,
        null);
  }

  static JoinRequest plainRequest(String userId) {
    return new JoinRequest(
        ROOM,
        new UserId(userId),
        JoinRequest.PLAIN_PROTOCOL,
        null,
        null,
        MediaState.PLAIN,
        Status.AVAILABLE,
        null);
  }

  static Effect userConnected(String userId, String except) {
    return new Effect.UserConnected(new UserId(userId), connection(except));
  }

  static Effect userDisconnected(String userId, String except) {
    return new Effect.UserDisconnected(new UserId(userId), connection(except));
  }

  /// A member is as stated, and everyone is told.
  static Effect updated(Member member) {
    return new Effect.MemberUpdated(member, null);
  }

  static Effect updated(Member member, String except) {
    return new Effect.MemberUpdated(member, connection(except));
  }

  static Effect accepted(String connection) {
    return new Effect.Accepted(connection(connection));
  }

  static Effect left(String connection, LeaveReason reason) {
    return new Effect.Left(connection(connection), reason);
  }

  /// The code with which a command was refused, when that was its only effect.
  static RefusalCode refusal(List<Effect> effects) {
    if (effects.size() == 1 && effects.getFirst() instanceof Effect.Refused refused) {
      return refused.refusal().code();
    }
    throw new AssertionError("not refused: " + effects);
  }

  /// What a join was answered.
  static Effect.Joined joined(List<Effect> effects) {
    return effects.stream()
        .filter(Effect.Joined.class::isInstance)
        .map(Effect.Joined.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("not joined: " + effects));
  }
}
