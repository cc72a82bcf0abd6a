package app.focusly.server.room;

import app.focusly.room.ConnectionId;
import app.focusly.room.Effect;
import app.focusly.room.Parsed;
import app.focusly.room.Refusal;
import app.focusly.room.RoomId;
import app.focusly.room.RoomJson;
import app.focusly.room.note.NoteRequest;
import app.focusly.server.note.NoteAnswer;
import app.focusly.server.note.NoteSocket;
import app.focusly.server.websocket.Loop;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What one socket asks of notes' content. Confined to the socket's loop; a [Use] is on the room's.
final class NoteRequests {

  /// Takes the answer of a request, from any loop, and gives it on the socket's.
  interface Reply {

    void answer(Consumer<Asker> answer);

    void refused(Refusal refusal);
  }

  /// What is done with a note once it is known that the sender may.
  interface Use {
    void with(RoomId room, Effect.NoteUsed used, Reply reply);
  }

  /// Asks the room whether the sender may use a note.
  interface Gate {
    void use(long noteId, Asker asker, Use use);
  }

  private final RoomEvents events;
  private final ConnectionId connection;
  private final Loop loop;
  private final Gate gate;
  private @Nullable NoteSocket parts; // few sockets ever need it

  NoteRequests(RoomEvents events, ConnectionId connection, Loop loop, Gate gate) {
    this.events = events;
    this.connection = connection;
    this.loop = loop;
    this.gate = gate;
  }

  void received(String type, List<JsonNode> arguments, Asker asker) {
    switch (NoteRequest.parse(type, arguments)) {
      case Parsed.Invalid<NoteRequest>(Refusal refusal) -> asker.refuse(refusal);
      case Parsed.Valid<NoteRequest>(NoteRequest request) -> {
        switch (request) {
          case NoteRequest.Sync sync -> sync(sync, asker);
          case NoteRequest.NextPart next -> nextPart(next, asker);
          case NoteRequest.Update update -> update(update, asker);
          case NoteRequest.Leave(long noteId) -> leave(noteId, asker);
          case NoteRequest.Awareness awareness -> awareness(awareness, asker);
        }
      }
    }
  }

  private void sync(NoteRequest.Sync sync, Asker asker) {
    gate.use(
        sync.noteId(),
        asker,
        (room, used, reply) ->
            events
                .notes()
                .sync(
                    room,
                    used,
                    sync.stateVector(),
                    answering(
                        reply,
                        (to, answer) ->
                            parts()
                                .first(sync.noteId(), answer)
                                .ifPresentOrElse(
                                    to::answer, () -> to.refuse(NoteSocket.TOO_MUCH)))));
  }

  private void nextPart(NoteRequest.NextPart next, Asker asker) {
    Optional.ofNullable(parts)
        .flatMap(some -> some.next(next))
        .ifPresentOrElse(asker::answer, () -> asker.refuse(NoteSocket.NO_PART));
  }

  /// Who may not write in the note leaves nothing here either.
  private void update(NoteRequest.Update update, Asker asker) {
    if (update.piece() == null) {
      write(update.noteId(), update.update(), asker);
    } else {
      gate.use(update.noteId(), asker, (_, _, reply) -> reply.answer(to -> takePart(update, to)));
    }
  }

  private void takePart(NoteRequest.Update update, Asker asker) {
    switch (parts().take(update)) {
      case NoteSocket.Taken.Refused(Refusal refusal) -> asker.refuse(refusal);
      case NoteSocket.Taken.More _ -> asker.answer(RoomJson.accepted());
      case NoteSocket.Taken.Whole(byte[] whole) -> write(update.noteId(), whole, asker);
    }
  }

  private void write(long noteId, byte[] update, Asker asker) {
    gate.use(
        noteId,
        asker,
        (room, used, reply) -> events.notes().write(room, used, update, accepting(reply)));
  }

  private void leave(long noteId, Asker asker) {
    gate.use(
        noteId,
        asker,
        (room, _, reply) -> {
          events.notes().leave(room, noteId, connection);
          reply.answer(to -> to.answer(RoomJson.accepted()));
        });
  }

  private void awareness(NoteRequest.Awareness awareness, Asker asker) {
    gate.use(
        awareness.noteId(),
        asker,
        (room, used, reply) -> {
          events.notes().awareness(room, used, awareness);
          reply.answer(to -> to.answer(RoomJson.accepted()));
        });
  }

  private static <T> NoteAnswer<T> accepting(Reply reply) {
    return answering(reply, (to, _) -> to.answer(RoomJson.accepted()));
  }

  /// How an answer is told.
  interface Telling<T> {
    void tell(Asker to, T value);
  }

  /// Gives an answer on.
  static <T> NoteAnswer<T> answering(Reply reply, Telling<T> telling) {
    return new NoteAnswer<>() {
      @Override
      public void done(T value) {
        reply.answer(to -> telling.tell(to, value));
      }

      @Override
      public void refused(Refusal refusal) {
        reply.refused(refusal);
      }
    };
  }

  private NoteSocket parts() {
    NoteSocket known = parts;
    if (known == null) {
      known = new NoteSocket(events.transfers(), loop);
      parts = known;
    }
    return known;
  }

  /// The socket has gone.
  void close() {
    if (parts != null) {
      parts.close();
    }
  }
}
