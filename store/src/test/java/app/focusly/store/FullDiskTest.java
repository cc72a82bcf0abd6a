package app.focusly.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.AppendResult.Appended;
import app.focusly.room.journal.AppendResult.Cause;
import app.focusly.room.journal.AppendResult.NotAppended;
import app.focusly.room.journal.JournalEvent;
import app.focusly.testkit.JournalCalls;
import app.focusly.testkit.SmallDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk of eight megabytes that fills up; only root can make one.
class FullDiskTest {
  private static final String TEXT = "x".repeat(20_000);
  private static final long DEADLINE_NANOS = Duration.ofSeconds(20).toNanos();

  @TempDir Path folder;

  @Test
  void anAppendFailsCleanlyAndLaterOnesWorkWhenThereIsRoom() throws IOException {
    try (SmallDisk disk = SmallDisk.on(folder, 8, 3)) {
      long seq;
      try (var journal = open()) {
        seq = fill(journal);
        assertSaid(journal, seq - 1);
        assertThat(journal.isWorking()).isFalse();

        disk.makeRoom();
        assertThat(StoreFixture.say(journal, seq, TEXT)).isEqualTo(new Appended());
        assertThat(journal.isWorking()).isTrue();
        assertSaid(journal, seq);
      }
      try (var journal = open()) {
        assertSaid(journal, seq);
      }
    }
  }

  /// Whoever sends clients elsewhere while nothing can be stored would never send them back.
  @Test
  void thatThereIsRoomAgainIsNoticedWithoutAnAppend() throws IOException {
    try (SmallDisk disk = SmallDisk.on(folder, 8, 3);
        var journal = open()) {
      long seq = fill(journal);
      disk.makeRoom();

      long begun = System.nanoTime();
      while (!journal.isWorking() && System.nanoTime() - begun < DEADLINE_NANOS) {
        Thread.onSpinWait();
      }
      assertThat(journal.isWorking()).isTrue();
      assertSaid(journal, seq - 1);
    }
  }

  private SqliteJournal open() {
    return StoreFixture.open(folder.resolve("journal.db"));
  }

  /// Appends until one fails.
  ///
  /// @return its number
  private static long fill(SqliteJournal journal) {
    AppendResult result;
    long seq = 0;
    do {
      seq++;
      result = StoreFixture.say(journal, seq, TEXT);
    } while (result.equals(new Appended()) && seq < 1_000);
    assertThat(result)
        .isInstanceOfSatisfying(
            NotAppended.class, failed -> assertThat(failed.cause()).isEqualTo(Cause.FAILED));
    return seq;
  }

  private static void assertSaid(SqliteJournal journal, long last) {
    assertThat(JournalCalls.readAll(journal, StoreFixture.STREAM))
        .extracting(JournalEvent::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, last).boxed().toList());
  }
}
