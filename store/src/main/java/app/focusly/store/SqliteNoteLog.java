package app.focusly.store;

import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.AppendResult.Cause;
import app.focusly.room.journal.Read;
import app.focusly.room.note.NoteLog;
import java.util.List;
import java.util.function.Consumer;

/// What is written in notes, in the journal's database: its writer shares each wait for the disk
/// among events and updates alike.
final class SqliteNoteLog implements NoteLog {
  private final JournalReaders readers;
  private final JournalWriter writer;

  SqliteNoteLog(JournalReaders readers, JournalWriter writer) {
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public void append(Id note, long after, List<byte[]> updates, Consumer<AppendResult> answer) {
    writer.append(new AppendQueue.NoteUpdates(note, after, updates), answer);
  }

  @Override
  public void read(Id note, Consumer<Read<Stored>> answer) {
    readers.read(connection -> NoteRows.read(connection, note), answer);
  }

  /// What the older updates had and the one has not is text that was deleted: it goes out of the
  /// log as well.
  @Override
  public void compact(Id note, long upTo, byte[] update, Consumer<AppendResult> answer) {
    writer
        .remove(connection -> connection.compact(note, upTo, update))
        .whenComplete((written, failure) ->
            answer.accept(failure == null ? result(written) : failed(failure)));
  }

  private static AppendResult result(boolean written) {
    return written
        ? new AppendResult.Appended()
        : new AppendResult.NotAppended(Cause.CONFLICT, "there is no such note");
  }

  private static AppendResult failed(Throwable failure) {
    return new AppendResult.NotAppended(Cause.FAILED, failure.toString());
  }
}
