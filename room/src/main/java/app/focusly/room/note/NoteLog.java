package app.focusly.room.note;

import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import java.util.List;
import java.util.function.Consumer;

/// Where what is written in notes is kept for good: for each note its updates in order, the older
/// ones as one.
///
/// There is a note from the event that made it to the one that removed it; what was written in it
/// goes in that event's own transaction. It may be used from every thread and never blocks. Each
/// call is answered exactly once, on a thread of the log's choice, possibly the caller's and before
/// the call returns; an answer must be taken quickly.
public interface NoteLog {

  /// A note of a room.
  record Id(StreamId stream, long note) {}

  /// What there is of a note.
  ///
  /// @param last the number of the newest update; 0 when there is none
  /// @param updates in order
  record Stored(long last, List<byte[]> updates) {
    public Stored {
      updates = List.copyOf(updates);
    }
  }

  /// Adds updates. Whoever hears [AppendResult.Appended] will find them there after a crash. It is
  /// a conflict when there is no such note, or when it has moved on.
  ///
  /// @param after the number of the newest update that is there
  /// @param updates the next ones, in order: all of them or nothing
  void append(Id note, long after, List<byte[]> updates, Consumer<AppendResult> answer);

  /// Reads a note. One that nobody has written in, or that there is not, has no updates.
  void read(Id note, Consumer<Read<Stored>> answer);

  /// Puts one update in the place of all up to a number; those after it stay. When it fails, all is
  /// as it was.
  void compact(Id note, long upTo, byte[] update, Consumer<AppendResult> answer);
}
