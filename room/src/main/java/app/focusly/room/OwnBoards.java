package app.focusly.room;

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
import app.focusly.room.ledger.Recorded;
import app.focusly.room.member.Attendee;
import app.focusly.room.member.Presence;
import app.focusly.room.member.Role;
import app.focusly.room.task.EndedPhase;
import app.focusly.room.task.OwnTaskCommand;
import app.focusly.room.task.Phases;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is each member's own in a room: their private tasks, each board in a [Ledger] and a stream
/// of its own, of which nobody else hears. A board is in memory while its member is in the room and
/// has asked for it, so there are as many as members at most. Confined to the room's owner.
final class OwnBoards {
  private static final Refusal GUESTS_HAVE_NONE =
      Refusal.of(
          RefusalCode.NOT_PERMITTED, "Whoever has no cookie of this server has nothing private.");

  private final RoomId id;
  private final Room room;
  private final FeatureTable features;
  private final LedgerLimits limits;
  private final Journal journal;
  private final RoomHost host;
  private final Faults faults;
  private final Runnable wakeChanged;
  private final Map<MemberId, Board> boards = new HashMap<>();
  private final Phases phases = new Phases();

  /// @param features of a board
  /// @param wakeChanged is run when [#wakesAt] may say something else
  OwnBoards(
      RoomId id,
      Room room,
      FeatureTable features,
      LedgerLimits limits,
      Journal journal,
      RoomHost host,
      Faults faults,
      Runnable wakeChanged) {
    this.id = id;
    this.room = room;
    this.features = features;
    this.limits = limits;
    this.journal = journal;
    this.host = host;
    this.faults = faults;
    this.wakeChanged = wakeChanged;
  }

  /// Shows a connection the board of its member.
  void show(ConnectionId connection, Sender to) {
    of(connection, to)
        .ifPresent(board -> board.tell(new Input.View<>(new Waiter.ShowingOwn(connection, to))));
  }

  /// Does what a member tells their board.
  void change(Command.Change change, OwnTaskCommand.Told told, Sender to) {
    of(change.connection(), to)
        .ifPresent(board ->
            board.tell(
                new Input.Execute<>(
                    new Waiter.Changing(change, board.member, to),
                    Register.actor(room.presence(change.connection()).orElseThrow()),
                    change.commandId(),
                    told)));
  }

  private Optional<Board> of(ConnectionId connection, Sender to) {
    Optional<Presence> presence = room.presence(connection);
    if (presence.isEmpty()) {
      to.accept(Room.absent(connection));
      return Optional.empty();
    }
    if (presence.get().identity().role() == Role.GUEST) {
      to.accept(new Effect.Refused(connection, GUESTS_HAVE_NONE));
      return Optional.empty();
    }
    sweep();
    return Optional.of(boards.computeIfAbsent(presence.get().identity().memberId(), Board::new));
  }

  /// The room was read: its timer stands like this.
  void begin(JsonNode timer) {
    phases.begin(timer);
  }

  /// Follows what has happened in the room: a focus phase counts for whoever is there.
  void follow(Recorded event) {
    phases
        .follow(event)
        .ifPresent(phase ->
            boards.values().stream()
                .filter(board -> room.presence(board.member).isPresent())
                .forEach(board -> board.focused(phase)));
  }

  /// Forgets in memory what is a member's own.
  void forget(MemberId memberId) {
    boards.remove(memberId);
  }

  /// Does what is to be done by now.
  void wake(Instant now) {
    List.copyOf(boards.values()).forEach(board -> board.wake(now));
  }

  /// When to [wake][#wake] it, if at all.
  Optional<Instant> wakesAt() {
    return boards.values().stream()
        .map(board -> board.wakesAt)
        .filter(Objects::nonNull)
        .min(Instant::compareTo);
  }

  /// Whether nothing of it has to stay in memory.
  boolean isIdle() {
    sweep();
    return boards.isEmpty();
  }

  /// Boards of members who have gone are put away when nothing of them is under way.
  private void sweep() {
    boards
        .values()
        .removeIf(board -> room.presence(board.member).isEmpty() && board.driver.isIdle());
  }

  /// One member's board.
  private final class Board {
    private final MemberId member;
    private final LedgerDriver<Waiter> driver;
    private @Nullable Instant wakesAt;

    Board(MemberId member) {
      this.member = member;
      driver =
          new LedgerDriver<>(
              new Ledger<>(StreamId.of(id, member), features, limits),
              journal,
              host::run,
              host::now,
              this::carryOut);
    }

    void tell(Input<Waiter> input) {
      faults.survive(() -> driver.tell(input));
    }

    void focused(EndedPhase phase) {
      tell(
          new Input.Execute<>(
              Waiter.Recording.RECORDING,
              Actor.SYSTEM,
              null,
              new OwnTaskCommand.Focused(member.value(), phase)));
    }

    void wake(Instant now) {
      if (wakesAt != null && !now.isBefore(wakesAt)) {
        wakesAt = null;
        tell(new Input.Wake<>());
      }
    }

    private void carryOut(Output<Waiter> output) {
      switch (output) {
        case Output.Answered<Waiter>(Waiter waiter, Answer answer) ->
            faults.survive(() -> answered(waiter, answer));
        case Output.Published<Waiter>(List<Recorded> events) ->
            faults.survive(() -> host.effect(new Effect.OwnHappened(followers(), events)));
        case Output.WakeAt<Waiter>(Instant at) -> {
          wakesAt = at;
          wakeChanged.run();
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

    private List<ConnectionId> followers() {
      return room.presence(member)
          .map(presence -> presence.attendees().stream().map(Attendee::connection).toList())
          .orElse(List.of());
    }

    private void answered(Waiter waiter, Answer answer) {
      switch (waiter) {
        case Waiter.Changing(Command.Change change, _, Sender to) ->
            to.served(() -> to.accept(changed(change.connection(), answer)));
        case Waiter.ShowingOwn(ConnectionId connection, Sender to) ->
            to.served(() -> to.accept(shown(connection, answer)));
        case Waiter.Recording _ -> {} // what could not be counted is not: nobody waits for it
        case Waiter.Joining _,
            Waiter.Claiming _,
            Waiter.Asking _,
            Waiter.Tending _,
            Waiter.Forgetting _,
            Waiter.Clearing _,
            Waiter.CatchingUp _ ->
            throw new IllegalStateException("that is the room's");
      }
    }

    private static Effect changed(ConnectionId connection, Answer answer) {
      return switch (answer) {
        case Answer.Done(long seq, boolean repeat) -> new Effect.Changed(connection, seq, repeat);
        case Answer.Refused(Refusal refusal) -> new Effect.Refused(connection, refusal);
        case Answer.Shown _, Answer.State _, Answer.Missed _ ->
            throw new IllegalStateException("not what was asked for");
      };
    }

    private static Effect shown(ConnectionId connection, Answer answer) {
      return switch (answer) {
        case Answer.State(String epoch, long seq, ObjectNode state) -> {
          ObjectNode shown =
              JsonNodeFactory.instance.objectNode().put("epoch", epoch).put("seq", seq);
          if (state.path("tasks") instanceof ObjectNode tasks) {
            shown.setAll(tasks);
          }
          yield new Effect.Shown(connection, shown);
        }
        case Answer.Refused(Refusal refusal) -> new Effect.Refused(connection, refusal);
        case Answer.Done _, Answer.Shown _, Answer.Missed _ ->
            throw new IllegalStateException("not what was asked for");
      };
    }
  }
}
