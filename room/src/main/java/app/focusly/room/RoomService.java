package app.focusly.room;

import app.focusly.room.access.Access;
import app.focusly.room.access.AccessCommand;
import app.focusly.room.access.AccessLimits;
import app.focusly.room.history.Attendance;
import app.focusly.room.history.AttendanceCommand;
import app.focusly.room.journal.Journal;
import app.focusly.room.journal.StreamId;
import app.focusly.room.ledger.Actor;
import app.focusly.room.ledger.Answer;
import app.focusly.room.ledger.FeatureTable;
import app.focusly.room.ledger.Input;
import app.focusly.room.ledger.Ledger;
import app.focusly.room.ledger.LedgerDriver;
import app.focusly.room.ledger.LedgerLimits;
import app.focusly.room.ledger.Output;
import app.focusly.room.ledger.Question;
import app.focusly.room.ledger.Recorded;
import app.focusly.room.member.JoinRequest;
import app.focusly.room.member.MemberIdentity;
import app.focusly.room.member.Presence;
import app.focusly.room.member.Role;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A whole room: who is here, in a [Room], and what lasts, in a [Ledger]. It has one owner, on one
/// thread at a time.
///
/// A join waits until the room has been read from the journal. What is fleeting is done at once and
/// never waits for the journal, so that a call goes on when nothing can be stored.
public final class RoomService {

  /// How long those who were here before the server started are given to come back.
  static final Duration GRACE = Duration.ofMinutes(2);

  /// A room in which something happens sooner is not forgotten.
  private static final Duration SOON = Duration.ofMinutes(5);

  private final Room room;
  private final Reading reading;
  private final RoomHost host;
  private final Duration retry;
  private final LedgerDriver<Waiter> driver;

  /// What connections send while they wait for their join. Each may have so much under way, which
  /// its socket counts.
  private final Map<ConnectionId, ArrayDeque<Runnable>> behindJoins = new HashMap<>();

  private String epoch = ""; // until the room has been read
  private @Nullable Instant ledgerWakesAt;

  /// When to try once more to write down who is here; null when it has been.
  private @Nullable Instant recordAgainAt;

  /// Members who were here when the server stopped, until they are here again or time is up.
  private final Set<String> expected = new HashSet<>();

  private @Nullable Instant expectedUntil;
  private Instant lastSeen = Instant.EPOCH;

  private final Moderation moderation;

  /// Whether it is written down who comes and goes. A room that only plain clients use leaves no
  /// trace.
  private boolean journalled;

  private sealed interface Waiter {}

  private record Joining(Command.Join join, Consumer<Effect> to) implements Waiter {}

  /// A member who has shown the owner key joins, and is to be an owner first.
  private record Claiming(Command.Join join, Consumer<Effect> to) implements Waiter {}

  private record Changing(Command.Change change, MemberId by, Consumer<Effect> to)
      implements Waiter {}

  private record CatchingUp(ConnectionId connection, Consumer<Effect> to) implements Waiter {}

  /// Somebody outside.
  private record Asking(Consumer<Answer> to) implements Waiter {}

  private enum Nobody implements Waiter {
    NOBODY
  }

  /// @param access how many people it remembers, and for what
  /// @param features of all rooms
  public RoomService(
      RoomId id,
      RoomLimits limits,
      AccessLimits access,
      FeatureTable features,
      LedgerLimits ledgerLimits,
      Journal journal,
      RoomHost host) {
    this.room = new Room(id, limits);
    reading = new Reading(room);
    this.host = host;
    retry = ledgerLimits.retry();
    driver =
        new LedgerDriver<>(
            new Ledger<>(StreamId.of(id), features, ledgerLimits),
            journal,
            host::run,
            host::now,
            this::carryOut);
    moderation =
        new Moderation(room, limits, access, () -> driver.feature(Access.class), host::effect);
  }

  /// Carries out a command.
  ///
  /// @param to takes what it leads to, in order, now or later
  public void handle(Command command, Consumer<Effect> to) {
    ArrayDeque<Runnable> behind = behindJoins.get(command.connection());
    if (behind == null) {
      start(command, to);
    } else {
      behind.add(() -> handle(command, to));
    }
  }

  /// Makes the room, before anybody is in it.
  ///
  /// @param to takes the answer, now or later
  public void create(AccessCommand.Create create, Consumer<Answer> to) {
    var owner = new Actor(create.owner().value(), "", Role.MEMBER);
    driver.tell(new Input.Execute<>(new Asking(to), owner, null, create));
  }

  /// Tells somebody outside what the room is like.
  ///
  /// @param to takes the answer, now or later
  public void look(Consumer<Answer> to) {
    driver.tell(new Input.View<>(new Asking(to)));
  }

  /// Does what is to be done by now.
  public void wake() {
    Instant now = host.now();
    if (ledgerWakesAt != null && !now.isBefore(ledgerWakesAt)) {
      ledgerWakesAt = null;
      driver.tell(new Input.Wake<>());
    }
    if (recordAgainAt != null && !now.isBefore(recordAgainAt)) {
      recordAgainAt = null;
    }
    recordAttendance();
    if (expectedUntil != null && !now.isBefore(expectedUntil)) {
      expectedUntil = null;
    }
    announceWake();
  }

  /// All who are present, in the order in which they came.
  public List<Member> members() {
    return room.members();
  }

  /// How many are present.
  public int memberCount() {
    return room.memberCount();
  }

  /// Whether nobody is here and nothing is under way, so that the owner may forget this room.
  public boolean isIdle() {
    return room.memberCount() == 0
        && behindJoins.isEmpty()
        && moderation.isIdle()
        && driver.isIdle()
        && recordAgainAt == null
        && driver.wakesAt().filter(time -> time.isBefore(host.now().plus(SOON))).isEmpty();
  }

  private void start(Command command, Consumer<Effect> to) {
    switch (command) {
      case Command.Join join -> {
        behindJoins.put(join.connection(), new ArrayDeque<>());
        driver.tell(join.identity().role() == Role.OWNER ? claiming(join, to) : reading(join, to));
      }
      case Command.Leave leave when moderation.leave(leave, to) -> {}
      case Command.Live live when moderation.obstacle(live).isPresent() ->
          moderation
              .obstacle(live)
              .ifPresent(refusal -> to.accept(new Effect.Refused(live.connection(), refusal)));
      case Command.Type type when moderation.isHushed(type) ->
          to.accept(new Effect.Accepted(type.connection()));
      case Command.Live live -> {
        room.handle(live, host.now(), to);
        recordAttendance();
      }
      case Command.Change change -> change(change, to);
      case Command.CatchUp(ConnectionId connection, long since) -> {
        if (isPresent(connection, to)) {
          driver.tell(new Input.Resume<>(new CatchingUp(connection, to), epoch, since));
        }
      }
      case Command.ReadChat read -> reading.handle(read, to);
    }
  }

  /// By the server's judgement they have the key; in the room they may not be an owner yet.
  private static Input<Waiter> claiming(Command.Join join, Consumer<Effect> to) {
    MemberId memberId = join.identity().memberId();
    var actor = new Actor(memberId.value(), "", Role.MEMBER);
    return new Input.Execute<>(
        new Claiming(join, to), actor, null, new AccessCommand.AddOwner(memberId));
  }

  private static Input<Waiter> reading(Command.Join join, Consumer<Effect> to) {
    var waiter = new Joining(join, to);
    JoinRequest.Known known = join.request().known();
    return known == null
        ? new Input.View<>(waiter)
        : new Input.Resume<>(waiter, known.epoch(), known.since());
  }

  private void change(Command.Change change, Consumer<Effect> to) {
    if (!isPresent(change.connection(), to)) {
      return;
    }
    if (!(change.change() instanceof Question)) {
      journalled = true;
      recordAttendance(); // what a member does comes after their coming
    }
    room.presence(change.connection())
        .ifPresent(presence ->
            driver.tell(
                new Input.Execute<>(
                    new Changing(change, presence.identity().memberId(), to),
                    actor(presence),
                    change.commandId(),
                    moderation.completed(change.change()))));
  }

  private boolean isPresent(ConnectionId connection, Consumer<Effect> to) {
    if (room.presence(connection).isPresent()) {
      return true;
    }
    to.accept(Room.absent(connection));
    return false;
  }

  private static Actor actor(Presence presence) {
    var name = presence.name();
    return new Actor(
        presence.identity().memberId().value(),
        name == null ? "" : name.value(),
        presence.identity().role());
  }

  private void carryOut(Output<Waiter> output) {
    switch (output) {
      case Output.Answered<Waiter>(Waiter waiter, Answer answer) -> answered(waiter, answer);
      case Output.Published<Waiter>(List<Recorded> events) -> {
        host.effect(new Effect.Happened(events));
        events.forEach(moderation::follow);
        recordAttendance();
      }
      case Output.WakeAt<Waiter>(Instant at) -> {
        ledgerWakesAt = at;
        announceWake();
      }
      case Output.Trouble<Waiter>(String report) -> host.trouble(report);
      case Output.Released<Waiter> _, Output.Lost<Waiter> _ ->
          throw new IllegalStateException("nothing was held");
      case Output.Append<Waiter> _,
          Output.Open<Waiter> _,
          Output.Read<Waiter> _,
          Output.ReadBack<Waiter> _ ->
          throw new IllegalStateException("that is the journal's");
    }
  }

  private void answered(Waiter waiter, Answer answer) {
    switch (waiter) {
      case Joining(Command.Join join, Consumer<Effect> to) -> {
        ArrayDeque<Runnable> behind = behindJoins.remove(join.connection());
        enter(join, answer, to);
        if (behind != null) {
          behind.forEach(Runnable::run); // one of them may be a join, behind which the rest waits
        }
      }
      case Claiming(Command.Join join, Consumer<Effect> to) -> {
        if (answer instanceof Answer.Done) {
          driver.tell(reading(join, to));
        } else {
          answered(new Joining(join, to), answer);
        }
      }
      case Changing(Command.Change change, MemberId by, Consumer<Effect> to) ->
          changed(change, by, answer, to);
      case Asking(Consumer<Answer> to) -> to.accept(answer);
      case CatchingUp(ConnectionId connection, Consumer<Effect> to) -> {
        reading.addTo(answer, connection);
        to.accept(
            answer instanceof Answer.Refused
                ? refused(connection, answer)
                : new Effect.CaughtUp(connection, answer));
      }
      case Nobody _ -> {
        if (answer instanceof Answer.Refused) {
          recordAgainAt = host.now().plus(retry);
          announceWake();
        }
      }
    }
  }

  private void changed(Command.Change change, MemberId by, Answer answer, Consumer<Effect> to) {
    switch (answer) {
      case Answer.Done(long seq, boolean repeat) -> {
        to.accept(new Effect.Changed(change.connection(), seq, repeat));
        moderation.made(change.change(), by);
      }
      case Answer.Shown(ObjectNode shown) ->
          to.accept(new Effect.Shown(change.connection(), shown));
      case Answer.Refused _, Answer.State _, Answer.Missed _ ->
          to.accept(refused(change.connection(), answer));
    }
  }

  private static Effect refused(ConnectionId connection, Answer answer) {
    return switch (answer) {
      case Answer.Refused(Refusal refusal) -> new Effect.Refused(connection, refusal);
      case Answer.Done _, Answer.Shown _, Answer.State _, Answer.Missed _ ->
          throw new IllegalStateException("not what was asked for");
    };
  }

  private void enter(Command.Join join, Answer answer, Consumer<Effect> to) {
    switch (answer) {
      case Answer.State(String found, long seq, _) -> loaded(found, seq);
      case Answer.Missed(String found, _, _, _) -> loaded(found, 1);
      case Answer.Refused _, Answer.Done _, Answer.Shown _ -> {
        to.accept(refused(join.connection(), answer));
        return;
      }
    }
    moderation.admit(join, host.now(), to).ifPresent(admitted -> add(admitted, answer, to));
  }

  private void add(Command.Join join, Answer answer, Consumer<Effect> to) {
    room.handle(
        join,
        host.now(),
        effect ->
            to.accept(effect instanceof Effect.Joined joined ? entered(joined, answer) : effect));
    journalled = journalled || join.request().protocol() != JoinRequest.PLAIN_PROTOCOL;
    recordAttendance();
  }

  private Effect entered(Effect.Joined joined, Answer answer) {
    reading.addTo(answer, joined.connection());
    Role role = joined.snapshot().you().role();
    return new Effect.Entered(joined, answer, moderation.waitingFor(role));
  }

  private void loaded(String found, long seq) {
    boolean first = epoch.isEmpty();
    epoch = found;
    journalled = journalled || seq > 0;
    if (first) {
      driver.feature(Attendance.class).ifPresent(this::expect);
    }
  }

  /// After a restart of the server its clients come back by themselves, most within seconds.
  private void expect(Attendance attendance) {
    if (!attendance.present().isEmpty()) {
      expected.addAll(attendance.present());
      lastSeen = driver.lastEventAt().orElse(Instant.EPOCH);
      expectedUntil = host.now().plus(GRACE);
      announceWake();
    }
  }

  /// Writes down who came and who went, as far as it has not been; what fails is made up for later.
  private void recordAttendance() {
    Optional<Attendance> attendance = driver.feature(Attendance.class);
    if (!journalled || attendance.isEmpty()) {
      return;
    }
    var recorded = Set.copyOf(attendance.get().present());
    var here = new HashSet<String>();
    for (Presence presence : room.presences()) {
      MemberIdentity identity = presence.identity();
      here.add(identity.memberId().value());
      expected.remove(identity.memberId().value());
      if (!recorded.contains(identity.memberId().value())) {
        record(
            actor(presence),
            new AttendanceCommand.Came(identity.memberId(), presence.name(), identity.role()));
      }
    }
    recorded.stream().filter(id -> !here.contains(id)).forEach(this::recordGone);
  }

  private void recordGone(String id) {
    var memberId = new MemberId(id);
    var actor = new Actor(id, "", Role.GUEST);
    if (!expected.contains(id)) {
      record(actor, new AttendanceCommand.Went(memberId));
    } else if (expectedUntil == null || !host.now().isBefore(expectedUntil)) {
      record(actor, new AttendanceCommand.Missing(memberId, lastSeen));
    }
  }

  private void record(Actor actor, AttendanceCommand command) {
    driver.tell(new Input.Execute<>(Nobody.NOBODY, actor, null, command));
  }

  private void announceWake() {
    Stream.of(ledgerWakesAt, expectedUntil, recordAgainAt)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .ifPresent(host::wakeAt);
  }
}
