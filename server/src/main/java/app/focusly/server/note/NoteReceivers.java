package app.focusly.server.note;

import app.focusly.room.ConnectionId;
import app.focusly.room.MemberId;
import app.focusly.room.note.NoteLog;
import app.focusly.socketio.Namespace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Sends to those who are in a note. Used from every loop.
final class NoteReceivers {
  private final Namespace namespace;

  NoteReceivers(Namespace namespace) {
    this.namespace = namespace;
  }

  void join(NoteLog.Id note, ConnectionId connection) {
    namespace.to(connection.value()).join(room(note));
  }

  void leave(NoteLog.Id note, ConnectionId connection) {
    namespace.to(connection.value()).leave(room(note));
  }

  /// Nobody is in the note any more.
  void close(NoteLog.Id note) {
    namespace.to(room(note)).leave(room(note));
  }

  /// Tells the others what somebody wrote.
  void update(NoteLog.Id note, ConnectionId from, MemberId by, byte[] update) {
    namespace.to(room(note)).except(from.value()).emit("note-update", message(note, by, update));
  }

  /// Tells the others where somebody's caret is; who is slow hears it another time.
  void awareness(NoteLog.Id note, ConnectionId from, MemberId by, byte[] update) {
    namespace
        .to(room(note))
        .except(from.value())
        .skipBusy()
        .emit("note-awareness", message(note, by, update));
  }

  /// Tells one where somebody's caret is.
  void awarenessTo(ConnectionId to, NoteLog.Id note, MemberId by, byte[] update) {
    namespace.to(to.value()).skipBusy().emit("note-awareness", message(note, by, update));
  }

  private static ObjectNode message(NoteLog.Id note, MemberId by, byte[] update) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("noteId", note.note())
        .put("memberId", by.value())
        .put("update", update);
  }

  private static String room(NoteLog.Id note) {
    return "note:" + note.note() + ':' + note.stream().value();
  }
}
