package app.focusly.store;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.HistoryRow;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.note.NoteLog;
import app.focusly.testkit.JournalCalls;
import app.focusly.testkit.NoteLogContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// The contract, with a restart between any two calls.
class SqliteNoteLogTest extends NoteLogContract {
  @TempDir Path folder;
  private Optional<SqliteJournal> opened = Optional.empty();

  @Override
  protected NoteLog log() {
    return reopened().notes();
  }

  @Override
  protected void add(NoteLog.Id note) {
    append(note, 1, "note-added", new HistoryRow.NoteAdded(note.note()));
  }

  @Override
  protected void remove(NoteLog.Id note) {
    append(note, 2, "note-removed", new HistoryRow.NoteRemoved(note.note()));
  }

  private void append(NoteLog.Id note, long seq, String type, HistoryRow row) {
    var event = new JournalEvent(seq, StoreFixture.AT, "ann", type, 1, "{}", null);
    JournalCalls.append(
        reopened(),
        new Append(note.stream(), seq - 1, List.of(event), List.of(), null, null, List.of(row)));
  }

  private SqliteJournal reopened() {
    close();
    SqliteJournal journal = StoreFixture.open(folder.resolve("journal.db"));
    opened = Optional.of(journal);
    return journal;
  }

  @AfterEach
  void close() {
    opened.ifPresent(SqliteJournal::close);
  }
}
