package app.focusly.room;

import app.focusly.room.access.AccessCommand;
import app.focusly.room.ledger.Actor;
import app.focusly.room.ledger.Answer;
import app.focusly.room.ledger.Input;
import app.focusly.room.member.JoinRequest;
import app.focusly.room.member.Role;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// The way into a room: a join waits until the room has been read, and what its connection sends
/// meanwhile waits behind it. Confined to the room's owner.
final class Joins {
  private final Room room;
  private final Moderation moderation;
  private final Reading reading;
  private final Register register;
  private final Consumer<Input<Waiter>> ledger;
  private final Faults faults;

  /// What connections send while they wait for their join. Each may have so much under way, which
  /// its socket counts.
  private final Map<ConnectionId, ArrayDeque<Runnable>> behind = new HashMap<>();

  /// @param ledger is told what is to be read or done
  Joins(
      Room room,
      Moderation moderation,
      Reading reading,
      Register register,
      Consumer<Input<Waiter>> ledger,
      Faults faults) {
    this.room = room;
    this.moderation = moderation;
    this.reading = reading;
    this.register = register;
    this.ledger = ledger;
    this.faults = faults;
  }

  /// Whether nobody waits for a join.
  boolean isIdle() {
    return behind.isEmpty();
  }

  /// Keeps what a connection sends behind its join.
  ///
  /// @return whether there is such a join; otherwise it may be done now
  boolean defer(ConnectionId connection, Runnable command) {
    ArrayDeque<Runnable> waiting = behind.get(connection);
    if (waiting == null) {
      return false;
    }
    waiting.add(command);
    return true;
  }

  void start(Command.Join join, Sender to) {
    behind.put(join.connection(), new ArrayDeque<>());
    ledger.accept(join.identity().role() == Role.OWNER ? claiming(join, to) : reading(join, to));
  }

  /// By the server's judgement they have the key; in the room they may not be an owner yet.
  private static Input<Waiter> claiming(Command.Join join, Sender to) {
    MemberId memberId = join.identity().memberId();
    var actor = new Actor(memberId.value(), "", Role.MEMBER);
    return new Input.Execute<>(
        new Waiter.Claiming(join, to), actor, null, new AccessCommand.AddOwner(memberId));
  }

  private static Input<Waiter> reading(Command.Join join, Sender to) {
    var waiter = new Waiter.Joining(join, to);
    JoinRequest.Known known = join.request().known();
    return known == null
        ? new Input.View<>(waiter)
        : new Input.Resume<>(waiter, known.epoch(), known.since());
  }

  /// Goes on when the claim has been answered.
  void claimed(Waiter.Claiming claiming, Answer answer, Instant now) {
    if (answer instanceof Answer.Done) {
      ledger.accept(reading(claiming.join(), claiming.to()));
    } else {
      finish(new Waiter.Joining(claiming.join(), claiming.to()), answer, now);
    }
  }

  /// Ends a join, for which the room has been read, and does what waited behind it, also when the
  /// join fails.
  void finish(Waiter.Joining joining, Answer answer, Instant now) {
    ConnectionId connection = joining.join().connection();
    Sender to = joining.to();
    ArrayDeque<Runnable> waiting = behind.remove(connection);
    boolean present = room.presence(connection).isPresent();
    boolean done = to.served(() -> enter(joining.join(), answer, to, now));
    if (!done && !present && !to.hasEntered()) {
      faults.survive(() -> withdraw(connection, now, to));
    }
    if (waiting != null) {
      waiting.forEach(faults::survive); // one of them may be a join, behind which the rest waits
    }
  }

  /// Who was told that they could not come in is not here, however far they came.
  private void withdraw(ConnectionId connection, Instant now, Sender to) {
    room.handle(new Command.Leave(connection, LeaveReason.DROPPED), now, to);
    register.record(now);
  }

  private void enter(Command.Join join, Answer answer, Sender to, Instant now) {
    switch (answer) {
      case Answer.State _, Answer.Missed _ ->
          moderation.admit(join, now, to).ifPresent(admitted -> add(admitted, answer, to, now));
      case Answer.Refused(Refusal refusal) ->
          to.accept(new Effect.Refused(join.connection(), refusal));
      case Answer.Done _, Answer.Shown _ ->
          throw new IllegalStateException("not what was asked for");
    }
  }

  private void add(Command.Join join, Answer answer, Sender to, Instant now) {
    room.handle(
        join,
        now,
        effect ->
            to.accept(effect instanceof Effect.Joined joined ? entered(joined, answer) : effect));
    if (join.request().protocol() != JoinRequest.PLAIN_PROTOCOL) {
      register.open();
    }
    register.record(now);
  }

  private Effect entered(Effect.Joined joined, Answer answer) {
    reading.addTo(answer, joined.connection());
    Role role = joined.snapshot().you().role();
    return new Effect.Entered(joined, answer, moderation.waitingFor(role));
  }
}
