package app.focusly.server.note;

import app.focusly.room.Refusal;

/// Who asked something of a note, and hears of it once. Told on the room's loop.
///
/// @param <T> what they asked for
public interface NoteAnswer<T> {

  /// It was done.
  void done(T value);

  /// It was not.
  void refused(Refusal refusal);
}
