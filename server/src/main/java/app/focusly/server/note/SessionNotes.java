package app.focusly.server.note;

import app.focusly.room.RoomId;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import app.focusly.room.note.NoteLog;
import app.focusly.server.websocket.Loop;
import app.focusly.store.SessionDirectory;
import app.focusly.store.SessionNote;
import app.focusly.yjs.Document;
import app.focusly.yjs.Updates;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down, at the end of a session, what a room's notes say. Used from every loop.
public final class SessionNotes {
  private static final Logger LOG = LoggerFactory.getLogger(SessionNotes.class);

  private final NoteLog log;
  private final NoteWorkers workers;
  private final SessionDirectory directory;

  public SessionNotes(NoteLog log, NoteWorkers workers, SessionDirectory directory) {
    this.log = log;
    this.workers = workers;
    this.directory = directory;
  }

  /// Keeps a room's notes as they stand, one after the other. One that cannot be read is left out.
  public void keep(Loop loop, RoomId room, long session, JsonNode notes) {
    next(loop, room, session, notes.iterator(), new ArrayList<>());
  }

  private void next(
      Loop loop, RoomId room, long session, Iterator<JsonNode> rest, List<SessionNote> done) {
    if (!rest.hasNext()) {
      if (!done.isEmpty()) {
        directory
            .keepNotes(room, session, done)
            .whenComplete((_, failure) -> {
              if (failure != null) {
                LOG.warn("room={} its notes could not be put on record: {}", room, failure);
              }
            });
      }
      return;
    }
    JsonNode note = rest.next();
    long noteId = note.path("noteId").longValue();
    log.read(
        new NoteLog.Id(StreamId.of(room), noteId),
        read ->
            workers.run(
                loop,
                () -> markdown(read),
                result -> {
                  switch (result) {
                    case NoteWorkers.Result.Done<String>(String markdown) ->
                        done.add(new SessionNote(noteId, note.path("title").asText(), markdown));
                    case NoteWorkers.Result.Failed<String>(RuntimeException failure) ->
                        LOG.warn("room={} note={} is not on record: {}", room, noteId, failure);
                  }
                  next(loop, room, session, rest, done);
                }));
  }

  private static String markdown(Read<NoteLog.Stored> read) {
    return switch (read) {
      case Read.Found<NoteLog.Stored>(NoteLog.Stored stored) ->
          stored.updates().isEmpty()
              ? ""
              : NoteMarkdown.of(Document.of(Updates.merge(stored.updates())));
      case Read.Unavailable<NoteLog.Stored>(String detail) ->
          throw new IllegalStateException(detail);
    };
  }
}
