package app.focusly.room;

import app.focusly.room.access.Access;
import app.focusly.room.access.AccessCommand;
import app.focusly.room.access.AccessLimits;
import app.focusly.room.history.Attendance;
import app.focusly.room.history.Erasure;
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
import app.focusly.room.member.Role;
import app.focusly.room.note.Notes;
import app.focusly.room.task.OwnTaskCommand;
import app.focusly.room.timer.Timer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A whole room: who is here, in a [Room], and what lasts, in a [Ledger]. It has one owner, on one
/// thread at a time.
///
/// A join waits until the room has been read from the journal. What is fleeting is done at once and
/// never waits for the journal, so that a call goes on when nothing can be stored.
public final class RoomService {
  /// A room in which something happens sooner is not forgotten.
  private static final Duration SOON = Duration.ofMinutes(5);

  private final Room room;
  private final Reading reading;
  private final RoomHost host;
  private final Faults faults;
  private final LedgerDriver<Waiter> driver;
  private final Register register;
  private final Moderation moderation;
  private final Joins joins;
  private final OwnBoards own;

  private final Instant madeAt;
  private String epoch = ""; // until the room has been read
  private @Nullable Instant ledgerWakesAt;

  /// @param access how many people it remembers, and for what
  /// @param features of all rooms
  /// @param ownFeatures of what is one member's own in them
  public RoomService(
      RoomId id,
      RoomLimits limits,
      AccessLimits access,
      FeatureTable features,
      FeatureTable ownFeatures,
      LedgerLimits ledgerLimits,
      Journal journal,
      RoomHost host) {
    this.room = new Room(id, limits);
    this.reading = new Reading(room);
    this.host = host;
    this.faults = new Faults(host::failed);
    madeAt = host.now();
    driver =
        new LedgerDriver<>(
            new Ledger<>(StreamId.of(id), features, ledgerLimits),
            journal,
            host::run,
            host::now,
            this::carryOut);
    register =
        new Register(
            room,
            () -> driver.feature(Attendance.class),
            (actor, command) ->
                tell(new Input.Execute<>(Waiter.Recording.RECORDING, actor, null, command)),
            ledgerLimits.retry());
    moderation =
        new Moderation(room, limits, access, () -> driver.feature(Access.class), this::effect);
    own =
        new OwnBoards(
            id, room, ownFeatures, ledgerLimits, journal, host, faults, this::announceWake);
    joins = new Joins(room, moderation, reading, register, this::tell, faults);
  }

  /// Carries out a command.
  ///
  /// @param to takes what it leads to, in order, now or later
  public void handle(Command command, Consumer<Effect> to) {
    handle(command, new Sender(command.connection(), to, faults));
  }

  private void handle(Command command, Sender to) {
    if (!joins.defer(command.connection(), () -> handle(command, to))) {
      to.served(() -> start(command, to));
    }
  }

  /// Makes the room, before anybody is in it.
  ///
  /// @param to takes the answer, now or later
  public void create(AccessCommand.Create create, Consumer<Answer> to) {
    var owner = new Actor(create.owner().value(), "", Role.MEMBER);
    tell(new Input.Execute<>(new Waiter.Asking(new Once<>(to)), owner, null, create));
  }

  /// Tells somebody outside what the room is like.
  ///
  /// @param to takes the answer, now or later
  public void look(Consumer<Answer> to) {
    tell(new Input.View<>(new Waiter.Asking(new Once<>(to))));
  }

  /// Reads a room that nobody opens, so that what is to be done in it by now is done.
  ///
  /// @param done is run when it has been read, or could not be
  public void tend(Runnable done) {
    tell(new Input.View<>(new Waiter.Tending(new Once<>(_ -> done.run()))));
  }

  /// Whether a member is here, or waits at the door.
  public boolean knows(MemberId memberId) {
    return room.presence(memberId).isPresent() || moderation.isWaiting(memberId);
  }

  /// Forgets a member for good: whoever of their connections is here has to go, and what they left
  /// is overwritten.
  ///
  /// @param to takes the answer when all is done, or it could not be
  public void forget(MemberId memberId, Consumer<Answer> to) {
    faults.survive(() -> moderation.forget(memberId));
    faults.survive(() -> register.forget(memberId, host.now()));
    faults.survive(() -> reading.forget(memberId));
    faults.survive(() -> own.forget(memberId));
    forget(memberId, 1, new Once<>(to));
  }

  private void forget(MemberId memberId, long from, Once<Answer> to) {
    tell(
        new Input.Execute<>(
            new Waiter.Forgetting(memberId, from, to),
            Actor.SYSTEM,
            null,
            new Erasure.Forget(memberId, from)));
  }

  /// Forgets for good what was said and done in a session that is over.
  ///
  /// @param by an owner of the room
  /// @param session the number of the event that started it
  /// @param through the event that ended it
  /// @param edits later events that edited messages of it, at most [SessionErasure#STEP]
  /// @param to takes the answer when all is done, or it could not be
  public void forgetSession(
      MemberId by, long session, long through, List<Long> edits, Consumer<Answer> to) {
    var owner = new Actor(by.value(), "", Role.OWNER);
    clear(new Waiter.Clearing(owner, session, session, through, edits, new Once<>(to)));
  }

  private void clear(Waiter.Clearing part) {
    tell(new Input.Execute<>(part, part.by(), null, part.command()));
  }

  /// Does what is to be done by now.
  public void wake() {
    Instant now = host.now();
    if (ledgerWakesAt != null && !now.isBefore(ledgerWakesAt)) {
      ledgerWakesAt = null;
      tell(new Input.Wake<>());
    }
    faults.survive(() -> register.wake(now));
    faults.survive(() -> own.wake(now));
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
        && joins.isIdle()
        && moderation.isIdle()
        && driver.isIdle()
        && register.isIdle()
        && own.isIdle()
        && driver.wakesAt().filter(time -> time.isBefore(host.now().plus(SOON))).isEmpty();
  }

  private void start(Command command, Sender to) {
    switch (command) {
      case Command.Join join -> joins.start(join, to);
      case Command.Leave leave when moderation.leave(leave, to) -> {}
      case Command.Live live when moderation.obstacle(live).isPresent() ->
          moderation
              .obstacle(live)
              .ifPresent(refusal -> to.accept(new Effect.Refused(live.connection(), refusal)));
      case Command.Type type when moderation.isHushed(type) ->
          to.accept(new Effect.Accepted(type.connection()));
      case Command.Live live -> {
        room.handle(live, host.now(), to);
        register.record(host.now());
      }
      case Command.Change change when change.change() instanceof OwnTaskCommand.Told told ->
          own.change(change, told, to);
      case Command.Change change -> change(change, to);
      case Command.ShowOwn(ConnectionId connection) -> own.show(connection, to);
      case Command.CatchUp(ConnectionId connection, long since) -> {
        if (isPresent(connection, to)) {
          tell(new Input.Resume<>(new Waiter.CatchingUp(connection, to), epoch, since));
        }
      }
      case Command.Search search ->
          to.accept(moderation.searching(search, driver.feature(Notes.class)));
      case Command.UseNote use -> to.accept(moderation.noteUsed(use, driver.feature(Notes.class)));
      case Command.ReadChat read -> reading.handle(read, to);
    }
  }

  private void change(Command.Change change, Sender to) {
    if (!isPresent(change.connection(), to)) {
      return;
    }
    if (!(change.change() instanceof Question)) {
      register.open();
      register.record(host.now()); // what a member does comes after their coming
    }
    room.presence(change.connection())
        .ifPresent(presence ->
            tell(
                new Input.Execute<>(
                    new Waiter.Changing(change, presence.identity().memberId(), to),
                    Register.actor(presence),
                    change.commandId(),
                    moderation.completed(change.change()))));
  }

  /// The room's notes by name, as clients get them; none before it has been read.
  public JsonNode notes() {
    return driver
        .feature(Notes.class)
        .map(notes -> notes.view().path("notes"))
        .orElseGet(MissingNode::getInstance);
  }

  private boolean isPresent(ConnectionId connection, Consumer<Effect> to) {
    if (room.presence(connection).isPresent()) {
      return true;
    }
    to.accept(Room.absent(connection));
    return false;
  }

  private void carryOut(Output<Waiter> output) {
    switch (output) {
      case Output.Answered<Waiter>(Waiter waiter, Answer answer) ->
          faults.survive(() -> answered(waiter, answer));
      case Output.Published<Waiter>(List<Recorded> events) -> {
        effect(new Effect.Happened(events));
        events.forEach(event -> faults.survive(() -> moderation.follow(event)));
        events.forEach(event -> faults.survive(() -> own.follow(event)));
        register.follow(events);
        faults.survive(() -> register.record(host.now()));
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
      case Waiter.Joining joining -> {
        faults.survive(() -> loaded(answer));
        joins.finish(joining, answer, host.now());
      }
      case Waiter.Claiming claiming -> joins.claimed(claiming, answer, host.now());
      case Waiter.Changing(Command.Change change, MemberId by, Sender to) ->
          to.served(() -> changed(change, by, answer, to));
      case Waiter.Asking(Once<Answer> to) -> to.accept(answer);
      case Waiter.Tending(Once<Answer> done) -> {
        faults.survive(() -> loaded(answer));
        tell(new Input.Settle<>());
        done.accept(answer);
      }
      case Waiter.Forgetting(MemberId memberId, long from, Once<Answer> to) -> {
        long next = from + Erasure.STEP;
        if (answer instanceof Answer.Done(long seq, _) && next < seq) {
          forget(memberId, next, to);
        } else {
          to.accept(answer);
        }
      }
      case Waiter.Clearing part ->
          part.next()
              .filter(_ -> answer instanceof Answer.Done)
              .ifPresentOrElse(this::clear, () -> part.to().accept(answer));
      case Waiter.CatchingUp(ConnectionId connection, Sender to) ->
          to.served(() -> to.accept(caughtUp(connection, answer)));
      case Waiter.ShowingOwn _ -> throw new IllegalStateException("that is its member's own");
      case Waiter.Recording _ -> {
        if (answer instanceof Answer.Refused) {
          register.failed(host.now());
          announceWake();
        }
      }
    }
  }

  private Effect caughtUp(ConnectionId connection, Answer answer) {
    reading.addTo(answer, connection);
    return answer instanceof Answer.Refused
        ? refused(connection, answer)
        : new Effect.CaughtUp(connection, answer);
  }

  private void changed(Command.Change change, MemberId by, Answer answer, Sender to) {
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

  /// Somebody joins or looks after the room, so it has been read.
  private void loaded(Answer answer) {
    switch (answer) {
      case Answer.State(String found, long seq, _) -> loaded(found, seq);
      case Answer.Missed(String found, _, _, _) -> loaded(found, 1);
      case Answer.Refused _, Answer.Done _, Answer.Shown _ -> {}
    }
  }

  private void loaded(String found, long seq) {
    boolean first = epoch.isEmpty();
    epoch = found;
    if (seq > 0) {
      register.open();
    }
    if (first) {
      driver.feature(Timer.class).ifPresent(timer -> own.begin(timer.view()));
      register.begin(lastSeen(), host.now());
      announceWake();
    }
  }

  /// When those who were here before certainly still were: at the last event before this room came
  /// to memory, or later, as the server is known to have run.
  private Instant lastSeen() {
    Instant alive = host.aliveBefore();
    return driver
        .lastEventAt()
        .filter(at -> at.isBefore(madeAt) && at.isAfter(alive))
        .orElse(alive);
  }

  private void announceWake() {
    Stream.of(ledgerWakesAt, register.wakesAt().orElse(null), own.wakesAt().orElse(null))
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .ifPresent(time -> faults.survive(() -> host.wakeAt(time)));
  }

  /// What fails behind it has been answered, and is nobody's business who tells the ledger.
  private void tell(Input<Waiter> input) {
    faults.survive(() -> driver.tell(input));
  }

  private void effect(Effect effect) {
    faults.survive(() -> host.effect(effect));
  }
}
