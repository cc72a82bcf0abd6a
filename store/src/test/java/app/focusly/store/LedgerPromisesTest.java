package app.focusly.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.CommandId;
import app.focusly.room.journal.Journal;
import app.focusly.room.journal.JournalEvent;
import app.focusly.testkit.FailingJournal;
import app.focusly.testkit.FailingJournal.Fault;
import app.focusly.testkit.JournalCalls;
import app.focusly.testkit.MemoryJournal;
import app.focusly.testkit.Notebook;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/// After any commands, failures and restarts: what was acknowledged is there once and in order, all
/// who waited were answered, and who followed has what the events come to.
class LedgerPromisesTest {
  private static final int COMMANDS = 60;

  /// Something that happens to a room.
  sealed interface Step {}

  record Write(int command) implements Step {}

  record Strike(int command, long seq) implements Step {}

  record Arrive(int answers) implements Step {}

  record Pass(int millis) implements Step {}

  enum Plain implements Step {
    FINISH,
    RESUME,
    VIEW,
    SETTLE,
    RESTART
  }

  @Property(tries = 1000)
  void keepsItsPromises(@ForAll("steps") List<Step> steps, @ForAll("faults") List<Fault> faults) {
    check(new MemoryJournal("epoch"), steps, faults);
  }

  @Property(tries = 30)
  void keepsItsPromisesOnDisk(
      @ForAll("steps") List<Step> steps, @ForAll("faults") List<Fault> faults) throws IOException {
    Path folder = Files.createTempDirectory("focusly-store");
    try (var journal = StoreFixture.open(folder.resolve("journal.db"))) {
      check(new WaitingJournal(journal), steps, faults);
    } finally {
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  /// One failure at each position in turn, of each kind.
  @Test
  void keepsItsPromisesWhereverTheJournalFails() {
    var steps = new ArrayList<Step>();
    for (int i = 0; i < 20; i++) {
      steps.add(new Write(i));
      steps.add(i % 3 == 0 ? new Arrive(1) : Plain.FINISH);
      steps.add(i % 5 == 4 ? new Strike(30 + i, i - 2) : Plain.VIEW);
      steps.add(i % 7 == 6 ? Plain.RESTART : new Pass(400));
    }
    int calls = check(new MemoryJournal("epoch"), steps, List.of());
    assertThat(calls).isGreaterThan(25);
    for (Fault fault : Fault.values()) {
      for (int at = 0; at < calls; at++) {
        var faults = new ArrayList<>(Collections.nCopies(at, Fault.NONE));
        faults.add(fault);
        check(new MemoryJournal("epoch"), steps, faults);
      }
    }
  }

  private static int check(Journal journal, List<Step> steps, List<Fault> faults) {
    var failing =
        new FailingJournal(journal, call -> call < faults.size() ? faults.get(call) : Fault.NONE);
    var room = new Room(failing);
    steps.forEach(step -> take(room, step));
    int calls = failing.calls();

    room.finish();
    assertThat(room.nobodyWaits()).as("nobody waits").isTrue();
    while (failing.calls() < faults.size()) { // until the journal is well
      room.pass(Room.LIMITS.retry());
      room.view();
      room.write(COMMANDS);
      room.finish();
      room.restart();
    }
    room.pass(Room.LIMITS.retry());
    room.resume();
    room.finish();
    checkJournal(journal, room);
    return calls;
  }

  private static void take(Room room, Step step) {
    switch (step) {
      case Write(int command) -> room.write(command);
      case Strike(int command, long seq) -> room.strike(command, seq);
      case Arrive(int answers) -> {
        for (int i = 0; i < answers; i++) {
          room.step();
        }
      }
      case Pass(int millis) -> room.pass(Duration.ofMillis(millis));
      case Plain.FINISH -> {
        room.finish();
        assertThat(room.nobodyWaits()).as("nobody waits").isTrue();
      }
      case Plain.RESUME -> room.resume();
      case Plain.VIEW -> room.view();
      case Plain.SETTLE -> room.settle();
      case Plain.RESTART -> {
        room.restart();
        room.resume();
      }
    }
  }

  private static void checkJournal(Journal journal, Room room) {
    List<JournalEvent> events = JournalCalls.readAll(journal, StoreFixture.STREAM);
    Map<CommandId, Long> carriedOut = new HashMap<>();
    var texts = new TreeMap<Long, String>();
    long seq = 0;
    for (JournalEvent event : events) {
      seq++;
      assertThat(event.seq()).isEqualTo(seq);
      CommandId commandId = event.commandId();
      assertThat(commandId).isNotNull();
      assertThat(carriedOut.put(commandId, seq)).as("%s happened once", commandId).isNull();
      Notebook.apply(texts, Notebook.TABLE.read(event));
    }
    assertThat(room.sent).containsAll(carriedOut.keySet());
    room.acknowledged.forEach(
        (commandId, at) -> assertThat(carriedOut.get(commandId)).as("%s", commandId).isEqualTo(at));
    assertThat(room.followed()).isEqualTo(seq);
    assertThat(room.follower()).isEqualTo(texts);
  }

  @Provide
  Arbitrary<List<Fault>> faults() {
    return Arbitraries.frequency(
            Tuple.of(8, Fault.NONE),
            Tuple.of(1, Fault.BEFORE_WRITE),
            Tuple.of(1, Fault.AFTER_WRITE),
            Tuple.of(1, Fault.BUSY))
        .list()
        .ofMaxSize(80);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    // Fewer ids than commands, so that repeats are frequent.
    Arbitrary<Integer> commands = Arbitraries.integers().between(0, COMMANDS - 1);
    Arbitrary<Long> notes = Arbitraries.longs().between(1, 15);
    return Arbitraries.<Step>frequencyOf(
            Tuple.of(10, commands.map(Write::new)),
            Tuple.of(2, Combinators.combine(commands, notes).as(Strike::new)),
            Tuple.of(8, Arbitraries.integers().between(1, 3).map(Arrive::new)),
            Tuple.of(3, Arbitraries.integers().between(1, 1_500).map(Pass::new)),
            Tuple.of(5, Arbitraries.of(Plain.class)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(120);
  }
}
