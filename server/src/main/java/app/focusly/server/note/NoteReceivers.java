package app.focusly.server.note;

import app.focusly.room.ConnectionId;
import app.focusly.room.MemberId;
import app.focusly.room.note.NoteLog;
import java.util.List;

/// Those who are in notes. Told on each room's loop.
interface NoteReceivers {

  void join(NoteLog.Id note, ConnectionId connection);

  void leave(NoteLog.Id note, ConnectionId connection);

  /// Nobody is in the note any more.
  void close(NoteLog.Id note);

  /// Tells everyone in the room who is in the note now.
  void members(NoteLog.Id note, List<MemberId> members);

  /// Tells the others what somebody wrote.
  void update(NoteLog.Id note, ConnectionId from, MemberId by, byte[] update);

  /// Tells the others where somebody's caret is; who is slow hears it another time.
  void awareness(NoteLog.Id note, ConnectionId from, MemberId by, byte[] update);

  /// Tells one where somebody's caret is.
  void awarenessTo(ConnectionId to, NoteLog.Id note, MemberId by, byte[] update);
}
