package app.focusly.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.RefusalCode;
import app.focusly.room.journal.CommandId;
import app.focusly.room.journal.Journal;
import app.focusly.room.ledger.Actor;
import app.focusly.room.ledger.Answer;
import app.focusly.room.ledger.Input;
import app.focusly.room.ledger.Ledger;
import app.focusly.room.ledger.LedgerDriver;
import app.focusly.room.ledger.LedgerLimits;
import app.focusly.room.ledger.Output;
import app.focusly.room.ledger.Recorded;
import app.focusly.room.member.Role;
import app.focusly.testkit.Notebook;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A ledger of a [Notebook] on a journal, with everybody who asks it and two clients that follow
/// it: checks what they hear.
final class Room {
  static final LedgerLimits LIMITS =
      new LedgerLimits(50, 50, 2_000, 4, 60, 600, 7, Duration.ofSeconds(1));

  private final Journal journal;
  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private LedgerDriver<String> driver;
  private Instant now = Instant.parse("2026-01-01T09:00:00Z");
  private int asked;

  /// Who waits, and for what command.
  private final Map<String, CommandId> waiting = new HashMap<>();

  /// What was acknowledged, by the command.
  final Map<CommandId, Long> acknowledged = new HashMap<>();

  final Set<CommandId> sent = new HashSet<>();

  /// A client that heard all that was published, and asks for what it missed after a restart.
  private final TreeMap<Long, String> follower = new TreeMap<>();

  private long followed;
  private String epoch = "";

  Room(Journal journal) {
    this.journal = journal;
    driver = driver();
  }

  private LedgerDriver<String> driver() {
    var ledger = new Ledger<String>(StoreFixture.STREAM, Notebook.TABLE, LIMITS);
    return new LedgerDriver<>(ledger, journal, tasks::add, () -> now, this::hear);
  }

  void write(int command) {
    execute(command, new Notebook.Write("text " + command));
  }

  void strike(int command, long seq) {
    execute(command, new Notebook.Strike(seq));
  }

  private void execute(int command, Notebook.Command what) {
    var commandId =
        CommandId.parse("00000000-0000-4000-8000-%012d".formatted(command)).orElseThrow();
    sent.add(commandId);
    String waiter = "asker " + asked++;
    waiting.put(waiter, commandId);
    driver.tell(new Input.Execute<>(waiter, new Actor("ann", "Ann", Role.MEMBER), commandId, what));
  }

  /// The follower joins, or comes back: it says what it has.
  void resume() {
    driver.tell(new Input.Resume<>("follower", epoch, followed));
  }

  void view() {
    driver.tell(new Input.View<>("viewer"));
  }

  void settle() {
    driver.tell(new Input.Settle<>());
  }

  void pass(Duration time) {
    now = now.plus(time);
    driver.tell(new Input.Wake<>());
  }

  /// Lets one answer of the journal arrive, if any is there.
  void step() {
    if (!tasks.isEmpty()) {
      tasks.removeFirst().run();
    }
  }

  void finish() {
    while (!tasks.isEmpty()) {
      step();
    }
  }

  /// The process ends and another one starts: whoever waited will never be answered by this one.
  void restart() {
    tasks.clear();
    waiting.clear();
    driver = driver();
  }

  boolean nobodyWaits() {
    return waiting.isEmpty() && driver.isIdle();
  }

  Map<Long, String> follower() {
    return follower;
  }

  long followed() {
    return followed;
  }

  private void hear(Output<String> output) {
    switch (output) {
      case Output.Answered<String>(String waiter, Answer answer) -> answered(waiter, answer);
      case Output.Published<String>(List<Recorded> events) -> follow(events);
      default -> {} // reports and alarms
    }
  }

  private void answered(String waiter, Answer answer) {
    switch (answer) {
      case Answer.Done(long seq, boolean repeat) -> {
        CommandId commandId = waiting.remove(waiter);
        assertThat(commandId).as(waiter).isNotNull();
        Long before = acknowledged.put(commandId, seq);
        assertThat(before == null || before == seq).as("one answer to %s", commandId).isTrue();
      }
      case Answer.Shown _ -> throw new AssertionError("nobody asked to be shown anything");
      case Answer.Refused(var refusal) -> {
        boolean expected = waiting.remove(waiter) != null || waiter.startsWith("follow");
        assertThat(expected || waiter.equals("viewer")).as(waiter).isTrue();
        assertThat(refusal.code()).isNotEqualTo(RefusalCode.INTERNAL_ERROR);
      }
      case Answer.State(String newEpoch, long seq, var state) -> {
        if (waiter.equals("follower")) {
          assertThat(seq).isGreaterThanOrEqualTo(followed);
          epoch = newEpoch;
          followed = seq;
          follower.clear();
          follower.putAll(Notebook.texts((ObjectNode) state.path("notebook")));
        }
      }
      case Answer.Missed(String sameEpoch, _, List<Recorded> events, boolean more) -> {
        follow(events);
        if (more) {
          tasks.add(this::resume);
        }
      }
    }
  }

  /// As a client does: what it has is ignored; after a gap it asks.
  private void follow(List<Recorded> events) {
    var missing = new ArrayList<Recorded>();
    for (Recorded recorded : events) {
      if (recorded.seq() == followed + 1 && !epoch.isEmpty()) {
        Notebook.apply(follower, recorded);
        followed = recorded.seq();
      } else if (recorded.seq() > followed) {
        missing.add(recorded);
      }
    }
    if (!missing.isEmpty()) {
      tasks.add(this::resume);
    }
  }
}
