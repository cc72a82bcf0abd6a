package app.focusly.server.note;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.RoomId;
import app.focusly.room.journal.StreamId;
import app.focusly.room.note.NoteLog;
import app.focusly.server.websocket.Loop;
import app.focusly.server.websocket.Loops;
import app.focusly.store.SessionNote;
import app.focusly.testkit.MemoryNoteLog;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What of a room's notes is put on record.
class SessionNotesTest {
  private final Vertx vertx = Vertx.vertx();
  private final Loops loops =
      Loops.of(vertx, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
  private final NoteWorkers workers = new NoteWorkers();
  private final MemoryNoteLog log = new MemoryNoteLog();
  private final ArrayNode notes = JsonNodeFactory.instance.arrayNode();
  private final BlockingQueue<SessionNote> kept = new LinkedBlockingQueue<>();
  private final BlockingQueue<Long> allKept = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    workers.close();
    loops.close();
    vertx.close().await();
  }

  /// All notes of a room together were in memory before the first of them was kept.
  @Test
  void oneIsKeptBeforeTheNextIsRead() throws InterruptedException {
    add(1, new byte[] {7, 7, 7}); // cannot be read
    add(2, paragraph("first"));
    var second = new CraftedNote();
    second.text(second.element(CraftedNote.ROOT, "paragraph"), "second");
    add(3, second.update());
    second.text(second.element(CraftedNote.ROOT, "paragraph"), "later");
    byte[] addition = second.update();
    var first = new CompletableFuture<Boolean>();
    keep(first);

    assertThat(next()).isEqualTo(new SessionNote(2, "Note 2", "first\n"));
    log.append(id(3), 1, List.of(addition), _ -> {});
    first.completeExceptionally(new IllegalStateException("told to fail"));
    assertThat(next()).isEqualTo(new SessionNote(3, "Note 3", "second\n\nlater\n"));
  }

  @Test
  void thoseBeyondTheBoundKeepTheirTitles() throws InterruptedException {
    byte[] large = CraftedNote.thatGrows(40_000);
    for (int i = 1; i <= 6; i++) {
      add(i, large);
    }
    add(7, new CraftedNote().update());
    keep(CompletableFuture.completedFuture(true));

    long total = 0;
    for (int i = 1; i <= 6; i++) {
      SessionNote note = next();
      assertThat(note.title()).isEqualTo("Note " + i);
      assertThat(note.markdown()).endsWith("…\n");
      total += note.markdown().length();
    }
    assertThat(total).isBetween(SessionNotes.MOST - 2_000L, SessionNotes.MOST + 18L);
    assertThat(next().markdown()).isEmpty();
  }

  @Test
  void allAreKeptWhenEachThatCouldBeReadIsStored() throws InterruptedException {
    add(1, new byte[] {7, 7, 7}); // cannot be read
    add(2, paragraph("first"));
    keep(CompletableFuture.completedFuture(true));

    assertThat(allKept.poll(20, TimeUnit.SECONDS)).isEqualTo(2);
    assertThat(kept).hasSize(1);
  }

  @Test
  void notAllAreKeptWhenOneCouldNotBeStored() throws InterruptedException {
    add(1, paragraph("first"));
    var answer = new CompletableFuture<Boolean>();
    SessionNotes sessionNotes = sessionNotes(answer);
    Loop loop = loops.owner(NoteStage.ROOM);
    sessionNotes.keep(loop, NoteStage.ROOM, 2, notes);
    next();
    sessionNotes.keep(loop, NoteStage.ROOM, 2, notes); // is done already
    answer.completeExceptionally(new IllegalStateException("told to fail"));
    SessionNote again = null;
    for (int more = 0; again == null; more++) { // it is over soon, and can be done again
      assertThat(more).isLessThan(2_000);
      sessionNotes.keep(loop, NoteStage.ROOM, 3, notes);
      again = kept.poll(10, TimeUnit.MILLISECONDS);
    }
    assertThat(allKept).isEmpty();
  }

  private SessionNote next() throws InterruptedException {
    SessionNote note = kept.poll(20, TimeUnit.SECONDS);
    if (note == null) {
      throw new AssertionError("nothing is kept");
    }
    return note;
  }

  private void keep(CompletableFuture<Boolean> answer) {
    sessionNotes(answer).keep(loops.owner(NoteStage.ROOM), NoteStage.ROOM, 2, notes);
  }

  private SessionNotes sessionNotes(CompletableFuture<Boolean> answer) {
    return new SessionNotes(
        log,
        workers,
        new SessionNotes.Records() {
          @Override
          public CompletableFuture<?> keep(RoomId room, long session, SessionNote note) {
            kept.add(note);
            return answer;
          }

          @Override
          public CompletableFuture<?> kept(RoomId room, long session) {
            allKept.add(session);
            return CompletableFuture.completedFuture(true);
          }
        });
  }

  private void add(int noteId, byte[] update) {
    log.add(id(noteId));
    log.append(id(noteId), 0, List.of(update), _ -> {});
    notes.addObject().put("noteId", noteId).put("title", "Note " + noteId);
  }

  private static NoteLog.Id id(int noteId) {
    return new NoteLog.Id(StreamId.of(NoteStage.ROOM), noteId);
  }

  private static byte[] paragraph(String text) {
    var note = new CraftedNote();
    note.text(note.element(CraftedNote.ROOT, "paragraph"), text);
    return note.update();
  }
}
