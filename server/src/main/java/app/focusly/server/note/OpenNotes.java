package app.focusly.server.note;

import app.focusly.room.ConnectionId;
import app.focusly.room.Effect;
import app.focusly.room.RoomId;
import app.focusly.room.journal.StreamId;
import app.focusly.room.ledger.Recorded;
import app.focusly.room.note.NoteLimits;
import app.focusly.room.note.NoteLog;
import app.focusly.room.note.NoteRequest;
import app.focusly.server.websocket.Loops;
import app.focusly.socketio.Namespace;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The notes that somebody reads or writes, of all rooms. What is of a room is confined to that
/// room's loop.
public final class OpenNotes {

  /// What all notes share.
  record Means(
      NoteLog log,
      NoteWorkers workers,
      NoteMemory memory,
      WaitingBytes waiting,
      NoteLimits limits,
      NoteReceivers receivers) {}

  private final Loops loops;
  private final Means means;
  private final Map<RoomId, Map<Long, OpenNote>> rooms = new ConcurrentHashMap<>();

  /// @param followers the Socket.IO room of those who hear what happens in a room
  public OpenNotes(
      Namespace namespace,
      Function<RoomId, String> followers,
      Loops loops,
      NoteLog log,
      NoteWorkers workers,
      NoteLimits limits) {
    this(
        loops,
        new Means(
            log,
            workers,
            new NoteMemory(NoteMemory.MOST),
            WaitingBytes.ofAll(),
            limits,
            new SocketReceivers(namespace, followers)));
  }

  OpenNotes(Loops loops, Means means) {
    this.loops = loops;
    this.means = means;
  }

  /// Somebody who may use the note asks what they lack, and is in the note from then on.
  public void sync(
      RoomId room, Effect.NoteUsed used, byte[] stateVector, NoteAnswer<SyncAnswer> answer) {
    note(room, used.noteId()).sync(used.connection(), used.memberId(), stateVector, answer);
  }

  /// Somebody who may use the note wrote something.
  ///
  /// @param answer hears whether it was new, once it is kept
  public void write(RoomId room, Effect.NoteUsed used, byte[] update, NoteAnswer<Boolean> answer) {
    note(room, used.noteId()).write(used.connection(), used.memberId(), update, answer);
  }

  /// Somebody who may use the note says where their caret is. What is no such update, or of others,
  /// is dropped.
  public void awareness(RoomId room, Effect.NoteUsed used, NoteRequest.Awareness awareness) {
    OpenNote note = rooms.getOrDefault(room, Map.of()).get(used.noteId());
    if (note != null) {
      String name = used.name() == null ? "" : used.name().value();
      AwarenessUpdate.read(awareness.update())
          .map(update -> update.by(used.memberId(), name))
          .ifPresent(update ->
              note.awareness(new Participants.Caret(used.connection(), used.memberId(), update)));
    }
  }

  /// Who is in which of a room's notes, in order of their making; not those where nobody is.
  public List<NoteMembers> members(RoomId room) {
    return rooms.getOrDefault(room, Map.of()).entrySet().stream()
        .map(note -> new NoteMembers(note.getKey(), note.getValue().members()))
        .filter(note -> !note.members().isEmpty())
        .sorted(Comparator.comparingLong(NoteMembers::noteId))
        .toList();
  }

  /// The whole note as one update, for whoever is in the room.
  void look(RoomId room, long noteId, NoteAnswer<byte[]> answer) {
    note(room, noteId).look(answer);
  }

  /// A connection follows a note no more.
  public void leave(RoomId room, long noteId, ConnectionId connection) {
    OpenNote note = rooms.getOrDefault(room, Map.of()).get(noteId);
    if (note != null) {
      note.leave(connection);
    }
  }

  /// Follows what becomes of a room: who has gone, and which notes were removed.
  public void follow(RoomId room, Effect effect) {
    Map<Long, OpenNote> notes = rooms.getOrDefault(room, Map.of());
    if (notes.isEmpty()) {
      return;
    }
    if (effect instanceof Effect.Left(ConnectionId connection, _)) {
      List.copyOf(notes.values()).forEach(note -> note.leave(connection));
    } else if (effect instanceof Effect.Happened(List<Recorded> events)) {
      for (Recorded event : events) {
        if (event.type().equals("note-removed")) {
          OpenNote note = notes.remove(event.body().path("noteId").longValue());
          if (note != null) {
            note.remove();
          }
        }
      }
      forgetIfEmpty(room);
    }
  }

  private OpenNote note(RoomId room, long noteId) {
    return rooms
        .computeIfAbsent(room, _ -> new HashMap<>())
        .computeIfAbsent(
            noteId,
            _ ->
                new OpenNote(
                    new NoteLog.Id(StreamId.of(room), noteId),
                    loops.owner(room),
                    means,
                    note -> unused(room, note)));
  }

  private void unused(RoomId room, OpenNote note) {
    Map<Long, OpenNote> notes = rooms.get(room);
    if (notes != null) { // a removed note may be busy for longer than the others are here
      notes.remove(note.id().note(), note);
      forgetIfEmpty(room);
    }
  }

  private void forgetIfEmpty(RoomId room) {
    if (rooms.getOrDefault(room, Map.of()).isEmpty()) {
      rooms.remove(room);
    }
  }

  /// How many rooms have notes that somebody reads or writes.
  int rooms() {
    return rooms.size();
  }

  /// How much memory all take together.
  public long bytes() {
    return means.memory().total();
  }
}
