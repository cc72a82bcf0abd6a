package app.focusly.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.Journal;
import app.focusly.testkit.JournalCalls;
import app.focusly.testkit.JournalContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract, with a restart between any two calls.
class SqliteJournalTest extends JournalContract {
  @TempDir Path folder;
  private Optional<SqliteJournal> opened = Optional.empty();

  @Override
  protected Journal journal() {
    return reopened("first");
  }

  private SqliteJournal reopened(String epoch) {
    close();
    var journal =
        SqliteJournal.open(folder.resolve("journal.db"), StoreLimits.DEFAULT, () -> epoch);
    opened = Optional.of(journal);
    return journal;
  }

  @AfterEach
  void close() {
    opened.ifPresent(SqliteJournal::close);
  }

  @Test
  void eachCommitWaitsForTheDisk() {
    var journal = reopened("first");

    assertThat(journal.pragma("synchronous").join()).isEqualTo("2");
    assertThat(journal.pragma("journal_mode").join()).isEqualTo("wal");
    assertThat(journal.pragma("secure_delete").join()).isEqualTo("1");
    assertThat(journal.pragma("wal_autocheckpoint").join()).isEqualTo("4000");
  }

  @Test
  void keepsItsEpoch() {
    reopened("first");

    assertThat(JournalCalls.open(reopened("second"), StoreFixture.STREAM).epoch())
        .isEqualTo("first");
  }
}
