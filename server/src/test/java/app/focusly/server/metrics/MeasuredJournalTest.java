package app.focusly.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.Journal;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.StreamId;
import app.focusly.testkit.FailingJournal;
import app.focusly.testkit.FailingJournal.Fault;
import app.focusly.testkit.MemoryJournal;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whatever becomes of an append or a read is counted, once.
class MeasuredJournalTest {
  private static final StreamId STREAM = new StreamId("room:r");

  private final PrometheusMeterRegistry registry = Metrics.registry();
  private final JournalMetrics metrics = new JournalMetrics(registry);

  @Test
  void failuresAreCountedByCause() {
    Journal journal = failing(Fault.BEFORE_WRITE, Fault.BUSY, Fault.NONE, Fault.NONE);
    append(journal, 0);
    append(journal, 0);
    append(journal, 0);
    append(journal, 0); // it has been written

    assertThat(failures("failed")).isEqualTo(1);
    assertThat(failures("busy")).isEqualTo(1);
    assertThat(failures("conflict")).isEqualTo(1);
    assertThat(registry.get("focusly.journal.lag").timer().count()).isEqualTo(1);
    assertThat(registry.get("focusly.journal.waiting").gauge().value()).isZero();
  }

  @Test
  void aReadThatFailsIsAFailureOfTheStorage() {
    Journal journal = failing(Fault.BEFORE_WRITE, Fault.NONE);
    journal.open(STREAM, _ -> {});
    journal.read(STREAM, 0, _ -> {});

    assertThat(failures("read")).isEqualTo(1);
  }

  private Journal failing(Fault... faults) {
    return new MeasuredJournal(
        new FailingJournal(new MemoryJournal("epoch"), call -> faults[call]), metrics);
  }

  private static void append(Journal journal, long after) {
    var event = new JournalEvent(after + 1, Instant.EPOCH, "ann", "thing-done", 1, "{}", null);
    journal.append(Append.of(STREAM, after, List.of(event)), _ -> {});
  }

  private double failures(String cause) {
    return registry.get("focusly.storage.failures").tag("cause", cause).counter().count();
  }
}
