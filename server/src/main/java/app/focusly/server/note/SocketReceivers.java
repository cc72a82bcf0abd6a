package app.focusly.server.note;

import app.focusly.room.ConnectionId;
import app.focusly.room.MemberId;
import app.focusly.room.RoomId;
import app.focusly.room.note.NoteLog;
import app.focusly.socketio.Namespace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/// Those who are in notes, as sockets of a namespace. Used from every loop.
final class SocketReceivers implements NoteReceivers {
  private final Namespace namespace;
  private final Function<RoomId, String> followers;

  /// @param followers the Socket.IO room of those who hear what happens in a room
  SocketReceivers(Namespace namespace, Function<RoomId, String> followers) {
    this.namespace = namespace;
    this.followers = followers;
  }

  @Override
  public void join(NoteLog.Id note, ConnectionId connection) {
    namespace.to(connection.value()).join(room(note));
  }

  @Override
  public void leave(NoteLog.Id note, ConnectionId connection) {
    namespace.to(connection.value()).leave(room(note));
  }

  @Override
  public void close(NoteLog.Id note) {
    namespace.to(room(note)).leave(room(note));
  }

  @Override
  public void members(NoteLog.Id note, List<MemberId> members) {
    JsonNode argument = new NoteMembers(note.note(), members).json();
    note.stream()
        .room()
        .ifPresent(room -> namespace.to(followers.apply(room)).emit("note-members", argument));
  }

  @Override
  public void update(NoteLog.Id note, ConnectionId from, MemberId by, byte[] update) {
    namespace.to(room(note)).except(from.value()).emit("note-update", message(note, by, update));
  }

  @Override
  public void awareness(NoteLog.Id note, ConnectionId from, MemberId by, byte[] update) {
    namespace
        .to(room(note))
        .except(from.value())
        .skipBusy()
        .emit("note-awareness", message(note, by, update));
  }

  @Override
  public void awarenessTo(ConnectionId to, NoteLog.Id note, MemberId by, byte[] update) {
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
