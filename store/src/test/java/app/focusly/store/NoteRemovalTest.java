package app.focusly.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.HistoryRow;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Redaction;
import app.focusly.room.note.NoteLog;
import app.focusly.testkit.JournalCalls;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was written in a note and is removed is in no file any more.
class NoteRemovalTest {
  private static final String SECRET = "Nobody-Reads-This-Again";
  private static final NoteLog.Id NOTE = new NoteLog.Id(StoreFixture.STREAM, 1);

  @TempDir Path folder;

  @Test
  void aRemovedNoteIsInNoFile() {
    try (SqliteJournal journal = StoreFixture.open(folder.resolve("journal.db"))) {
      happens(journal, 1, new HistoryRow.NoteAdded(1), List.of());
      append(journal, 0, SECRET);
      compact(journal, 1, SECRET);
      append(journal, 1, SECRET);
      assertThat(StoreFixture.contents(folder).toString()).contains(SECRET);

      happens(journal, 2, new HistoryRow.NoteRemoved(1), List.of(Redaction.of(1, "{}")));
      assertThat(journal.emptyLog().join()).isTrue();
      assertThat(StoreFixture.contents(folder).toString()).doesNotContain(SECRET);
    }
  }

  @Test
  void whatWasDeletedInANoteIsInNoFileOnceItIsWrittenAnew() {
    try (SqliteJournal journal = StoreFixture.open(folder.resolve("journal.db"))) {
      happens(journal, 1, new HistoryRow.NoteAdded(1), List.of());
      append(journal, 0, SECRET);
      append(journal, 1, "and what deletes it");
      compact(journal, 2, "without");
      assertThat(journal.emptyLog().join()).isTrue();

      assertThat(StoreFixture.contents(folder).toString())
          .contains("without")
          .doesNotContain(SECRET);
    }
  }

  private static void happens(
      SqliteJournal journal, long seq, HistoryRow row, List<Redaction> redactions) {
    var event = new JournalEvent(seq, StoreFixture.AT, "ann", "said", 1, "{}", null);
    var append =
        new Append(NOTE.stream(), seq - 1, List.of(event), redactions, null, null, List.of(row));
    assertThat(JournalCalls.append(journal, append)).isEqualTo(new AppendResult.Appended());
  }

  private static void append(SqliteJournal journal, long after, String text) {
    var answer = new CompletableFuture<AppendResult>();
    journal.notes().append(NOTE, after, List.of(bytes(text)), answer::complete);
    assertThat(answer.join()).isEqualTo(new AppendResult.Appended());
  }

  private static void compact(SqliteJournal journal, long upTo, String text) {
    var answer = new CompletableFuture<AppendResult>();
    journal.notes().compact(NOTE, upTo, bytes(text), answer::complete);
    assertThat(answer.join()).isEqualTo(new AppendResult.Appended());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
