package app.focusly.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.JournalEvent;
import app.focusly.testkit.JournalCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
  @TempDir Path folder;
  private Path file = Path.of("");
  private Path copy = Path.of("");
  private Path restored = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("journal.db");
    copy = folder.resolve("copy.db");
    restored = folder.resolve("restored.db");
  }

  @Test
  void aCopyMadeWhileEventsComeHasAllUpToSomeMoment() {
    try (var journal = StoreFixture.open(file)) {
      for (int seq = 1; seq <= 500; seq++) {
        StoreFixture.say(journal, seq, "before");
      }
      var over = new AtomicBoolean();
      var writing = CompletableFuture.supplyAsync(() -> sayUntil(over, journal, 501));
      Backups.backUp(file, copy);
      over.set(true);
      long last = writing.join();

      Backups.restore(copy, restored, "second");
      try (var other = StoreFixture.open(restored)) {
        var events = JournalCalls.readAll(other, StoreFixture.STREAM);
        assertThat(events).hasSizeBetween(500, Math.toIntExact(last));
        assertThat(events)
            .extracting(JournalEvent::seq)
            .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
      }
    }
  }

  private static long sayUntil(AtomicBoolean over, SqliteJournal journal, long first) {
    long seq = first;
    while (!over.get()) {
      assertThat(StoreFixture.say(journal, seq, "meanwhile"))
          .isEqualTo(new AppendResult.Appended());
      seq++;
    }
    return seq - 1;
  }

  @Test
  void aRestoredDatabaseHasAnotherEpochAndGoesOn() {
    backedUp(3);
    Backups.restore(copy, restored, "second");

    try (var journal = StoreFixture.open(restored)) {
      assertThat(JournalCalls.open(journal, StoreFixture.STREAM).epoch()).isEqualTo("second");
      assertThat(StoreFixture.say(journal, 4, "on")).isEqualTo(new AppendResult.Appended());
    }
    try (var journal = StoreFixture.open(file)) {
      assertThat(JournalCalls.open(journal, StoreFixture.STREAM).epoch()).isEqualTo("epoch");
    }
  }

  @Test
  void overwritesNothing() throws IOException {
    backedUp(1);

    assertThatThrownBy(() -> Backups.backUp(file, copy))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("already");
    assertThatThrownBy(() -> Backups.restore(copy, file, "second"))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("already");
    Files.createFile(DatabaseFile.beside(restored, "-wal"));
    assertThatThrownBy(() -> Backups.restore(copy, restored, "second"))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("restored.db-wal already");
  }

  @Test
  void aDamagedCopyIsNotRestored() throws IOException {
    backedUp(100);
    byte[] bytes = Files.readAllBytes(copy);
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 5_000, (byte) 0x5A);
    Files.write(copy, bytes);

    assertThatThrownBy(() -> Backups.restore(copy, restored, "second"))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("is damaged");
    assertThat(restored).doesNotExist();
    assertThat(DatabaseFile.beside(restored, ".part")).doesNotExist();
  }

  @Test
  void aDatabaseThatIsNotThereIsNotCopied() {
    assertThatThrownBy(() -> Backups.backUp(file, copy))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("There is no database");
    assertThat(copy).doesNotExist();
  }

  @Test
  void leavesNothingUnfinished() {
    backedUp(3);

    assertThat(StoreFixture.contents(folder).keySet())
        .containsExactlyInAnyOrder("journal.db", "journal.db.lock", "copy.db");
  }

  private void backedUp(int events) {
    try (var journal = StoreFixture.open(file)) {
      for (int seq = 1; seq <= events; seq++) {
        StoreFixture.say(journal, seq, "x".repeat(1_000));
      }
      Backups.backUp(file, copy);
    }
  }
}
