package app.focusly.server.room;

import app.focusly.room.Command;
import app.focusly.room.ConnectionId;
import app.focusly.room.Effect;
import app.focusly.room.FeatureLimits;
import app.focusly.room.LeaveReason;
import app.focusly.room.MemberId;
import app.focusly.room.RoomFeatures;
import app.focusly.room.RoomHost;
import app.focusly.room.RoomId;
import app.focusly.room.RoomLimits;
import app.focusly.room.RoomService;
import app.focusly.room.UserId;
import app.focusly.room.access.AccessLimits;
import app.focusly.room.chat.ChatCommand;
import app.focusly.room.journal.Journal;
import app.focusly.room.ledger.LedgerLimits;
import app.focusly.room.ledger.Recorded;
import app.focusly.room.media.MediaState;
import app.focusly.room.member.JoinRequest;
import app.focusly.room.member.MemberIdentity;
import app.focusly.room.member.Role;
import app.focusly.room.presence.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A room on some journal, in a time that tests make.
final class RoomBench implements RoomHost {
  private static final RoomId ROOM = new RoomId("abc-defg-hij");

  private final List<Recorded> happened = new ArrayList<>();
  private final List<Effect.OwnHappened> own = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();
  private final RoomService room;
  private Instant now = Instant.parse("2026-01-01T09:00:00Z");
  private @Nullable Instant wakesAt;

  RoomBench(Journal journal) {
    room =
        new RoomService(
            ROOM,
            RoomLimits.DEFAULT,
            AccessLimits.DEFAULT,
            new RoomFeatures(FeatureLimits.DEFAULT).table(),
            new RoomFeatures(FeatureLimits.DEFAULT).ownTable(),
            LedgerLimits.DEFAULT,
            journal,
            this);
  }

  RoomService room() {
    return room;
  }

  /// What was published, in order.
  List<Recorded> happened() {
    return happened;
  }

  /// What was told to members alone, in order.
  List<Effect.OwnHappened> own() {
    return own;
  }

  /// What the operator was told.
  List<String> troubles() {
    return troubles;
  }

  /// Who is here.
  List<String> members() {
    return room.members().stream().map(member -> member.memberId().value()).toList();
  }

  void pass(Duration time) {
    Instant then = now.plus(time);
    while (wakesAt != null && !wakesAt.isAfter(then)) {
      now = wakesAt.isAfter(now) ? wakesAt : now;
      wakesAt = null;
      room.wake();
    }
    now = then;
  }

  List<Effect> join(String member) {
    return handle(new Command.Join(connection(member), identity(member), request(member)));
  }

  private static MemberIdentity identity(String member) {
    return new MemberIdentity(new MemberId(member), Role.MEMBER);
  }

  private static JoinRequest request(String member) {
    return new JoinRequest(
        ROOM,
        new UserId(member),
        JoinRequest.PROTOCOL,
        null,
        null,
        MediaState.OFF,
        Status.AVAILABLE,
        null);
  }

  /// A second tab of a member, whom the other one made known.
  ConnectionId joinAgain(String member) {
    var second = new ConnectionId("second-connection-of-" + member);
    handle(new Command.Join(second, identity(member), request(member)));
    return second;
  }

  List<Effect> drop(String member) {
    return handle(new Command.Leave(connection(member), LeaveReason.DROPPED));
  }

  List<Effect> say(String member, String text) {
    var send = new ChatCommand.Send(text, 0, List.of(), null);
    return handle(new Command.Change(connection(member), null, send));
  }

  /// What a command leads to, now and later.
  List<Effect> handle(Command command) {
    var effects = new ArrayList<Effect>();
    room.handle(command, effects::add);
    return effects;
  }

  static ConnectionId connection(String member) {
    return new ConnectionId("connection-of-" + member);
  }

  @Override
  public void run(Runnable task) {
    task.run();
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Instant aliveBefore() {
    return Instant.EPOCH;
  }

  @Override
  public void wakeAt(Instant time) {
    wakesAt = time;
  }

  @Override
  public void effect(Effect effect) {
    if (effect instanceof Effect.Happened(List<Recorded> events)) {
      happened.addAll(events);
    }
    if (effect instanceof Effect.OwnHappened ofOne) {
      own.add(ofOne);
    }
  }

  @Override
  public void trouble(String report) {
    troubles.add(report);
  }

  @Override
  public void failed(RuntimeException failure) {
    throw failure;
  }
}
