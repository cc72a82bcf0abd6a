package app.focusly.room.journal;

import java.util.function.Consumer;

/// Where events are kept for good.
///
/// It may be used from every thread and never blocks. Each call is answered exactly once, on a
/// thread of the journal's choice, possibly the caller's and before the call returns; an answer
/// must be taken quickly.
public interface Journal {

  /// Adds to a stream. Whoever hears [AppendResult.Appended] will find it there after a crash.
  void append(Append append, Consumer<AppendResult> answer);

  /// Tells where a stream is. One that nobody has written to is at 0.
  void open(StreamId stream, Consumer<Read<Opening>> answer);

  /// Reads the next [page][Page] of a stream.
  ///
  /// @param after the event before the first that is wanted; 0 for all
  void read(StreamId stream, long after, Consumer<Read<Page>> answer);

  /// Reads backwards: the newest events that are wanted, as far as they fit a page, oldest first.
  /// Events of other types are left out, and `more` says whether there are older ones of this type.
  void readBack(StreamId stream, Past past, Consumer<Read<Page>> answer);
}
