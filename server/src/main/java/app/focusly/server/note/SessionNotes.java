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
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down, at the end of a session, what a room's notes say. Used from every loop.
public final class SessionNotes {
  private static final Logger LOG = LoggerFactory.getLogger(SessionNotes.class);

  /// The most characters of a session's notes together. Those beyond keep their titles.
  static final int MOST = 16 * 1024 * 1024;

  /// Where they are put on record.
  interface Records {
    CompletableFuture<?> keep(RoomId room, long session, SessionNote note);

    CompletableFuture<?> kept(RoomId room, long session);
  }

  /// Which notes of a session are still to be done, how much they may say, and whether all before
  /// them could be stored.
  private record Rest(
      Loop loop, RoomId room, long session, Iterator<JsonNode> notes, int most, boolean stored) {}

  private final NoteLog log;
  private final NoteWorkers workers;
  private final Records records;
  private final Set<RoomId> underWay = ConcurrentHashMap.newKeySet();

  public SessionNotes(NoteLog log, NoteWorkers workers, SessionDirectory directory) {
    this(
        log,
        workers,
        new Records() {
          @Override
          public CompletableFuture<?> keep(RoomId room, long session, SessionNote note) {
            return directory.keepNote(room, session, note);
          }

          @Override
          public CompletableFuture<?> kept(RoomId room, long session) {
            return directory.keptNotes(room, session);
          }
        });
  }

  SessionNotes(NoteLog log, NoteWorkers workers, Records records) {
    this.log = log;
    this.workers = workers;
    this.records = records;
  }

  /// Keeps a room's notes as they stand. Each is kept before the next is read, so that one of them
  /// is in memory at a time. One that cannot be read is left out. What could not be stored is
  /// {@linkplain SessionDirectory#unkept still to be kept}. Without effect while the room's are
  /// being kept.
  public void keep(Loop loop, RoomId room, long session, JsonNode notes) {
    if (underWay.add(room)) {
      next(new Rest(loop, room, session, notes.iterator(), MOST, true));
    }
  }

  private void next(Rest rest) {
    if (!rest.notes().hasNext()) {
      end(rest);
      return;
    }
    JsonNode note = rest.notes().next();
    long noteId = note.path("noteId").longValue();
    log.read(
        new NoteLog.Id(StreamId.of(rest.room()), noteId),
        read ->
            workers.run(
                rest.loop(),
                () -> markdown(read, Math.min(rest.most(), NoteMarkdown.MOST)),
                result -> {
                  switch (result) {
                    case NoteWorkers.Result.Done<String>(String markdown) ->
                        keep(rest, new SessionNote(noteId, note.path("title").asText(), markdown));
                    case NoteWorkers.Result.Failed<String>(RuntimeException failure) -> {
                      tellFailure(rest, noteId, failure);
                      next(rest);
                    }
                  }
                }));
  }

  private void keep(Rest rest, SessionNote note) {
    int left = Math.max(0, rest.most() - note.markdown().length());
    records
        .keep(rest.room(), rest.session(), note)
        .whenComplete((_, failure) -> {
          if (failure != null) {
            tellFailure(rest, note.note(), failure);
          }
          boolean stored = rest.stored() && failure == null;
          var others =
              new Rest(rest.loop(), rest.room(), rest.session(), rest.notes(), left, stored);
          rest.loop().run(() -> next(others));
        });
  }

  /// When that cannot be stored, all of it is done once more.
  private void end(Rest rest) {
    if (rest.stored()) {
      records
          .kept(rest.room(), rest.session())
          .whenComplete((_, _) -> underWay.remove(rest.room()));
    } else {
      underWay.remove(rest.room());
    }
  }

  private static void tellFailure(Rest rest, long noteId, Throwable failure) {
    LOG.warn("room={} note={} is not on record: {}", rest.room(), noteId, failure.toString());
  }

  private static String markdown(Read<NoteLog.Stored> read, int most) {
    return switch (read) {
      case Read.Found<NoteLog.Stored>(NoteLog.Stored stored) ->
          stored.updates().isEmpty()
              ? ""
              : NoteMarkdown.of(Document.of(Updates.merge(stored.updates())), most);
      case Read.Unavailable<NoteLog.Stored>(String detail) ->
          throw new IllegalStateException(detail);
    };
  }
}
