package app.focusly.server.note;

import app.focusly.room.Effect;
import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;
import app.focusly.room.RoomId;
import app.focusly.room.journal.Journal;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.Past;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import app.focusly.room.note.NoteTitle;
import app.focusly.server.note.NoteWorkers.Result;
import app.focusly.server.websocket.Loop;
import app.focusly.server.websocket.Loops;
import app.focusly.yjs.Document;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Looks for a text in what a room wrote: its notes, and its chat from the newest message back.
/// What is of a room is confined to that room's loop; reading and matching are done elsewhere.
public final class RoomSearch {
  private static final String SENT = "chat-sent";

  private static final Refusal ONE_AT_A_TIME =
      Refusal.of(RefusalCode.RATE_LIMITED, "Wait for the answer to your last search.");

  /// The most pages of chat that one question goes through: some thousand messages.
  static final int PAGES = 50;

  private final Loops loops;
  private final Journal journal;
  private final OpenNotes notes;
  private final NoteWorkers workers;
  private final Set<String> searching = new HashSet<>(); // connections

  /// @param journal has the chat, each message in its own event as it is now
  public RoomSearch(Loops loops, Journal journal, OpenNotes notes, NoteWorkers workers) {
    this.loops = loops;
    this.journal = journal;
    this.notes = notes;
    this.workers = workers;
  }

  /// Begins to search, on the room's loop. A connection has one search at a time.
  public void start(RoomId room, Effect.Searching question, NoteAnswer<ObjectNode> to) {
    String connection = question.search().connection().value();
    if (begin(connection)) {
      var finds = new Finds(question.search().text(), question.search().limit());
      var search =
          new Search(
              room,
              question,
              finds,
              found -> {
                end(connection);
                to.done(found);
              });
      search.nextNote(0);
    } else {
      to.refused(ONE_AT_A_TIME);
    }
  }

  private synchronized boolean begin(String connection) {
    return searching.add(connection);
  }

  private synchronized void end(String connection) {
    searching.remove(connection);
  }

  private final class Search {
    private final RoomId room;
    private final Loop loop;
    private final Effect.Searching question;
    private final Finds finds;
    private final Consumer<ObjectNode> to;

    Search(RoomId room, Effect.Searching question, Finds finds, Consumer<ObjectNode> to) {
      this.room = room;
      this.loop = loops.owner(room);
      this.question = question;
      this.finds = finds;
      this.to = to;
    }

    void nextNote(int index) {
      if (index == question.notes().size()) {
        nextPage(Long.MAX_VALUE, PAGES);
        return;
      }
      NoteTitle title = question.notes().get(index);
      notes.look(
          room,
          title.noteId(),
          new NoteAnswer<>() {
            @Override
            public void done(byte[] update) {
              workers.run(
                  loop,
                  () -> finds.note(title, NoteText.of(Document.of(update))),
                  _ -> nextNote(index + 1)); // one that cannot be read has nothing to be found
            }

            @Override
            public void refused(Refusal refusal) {
              nextNote(index + 1);
            }
          });
    }

    private void nextPage(long before, int pages) {
      if (pages == 0 || finds.hasEnoughChat()) {
        to.accept(finds.toJson(true));
        return;
      }
      journal.readBack(
          StreamId.of(room),
          new Past(SENT, before, Past.MAX_LIMIT),
          read -> loop.run(() -> found(read, pages)));
    }

    private void found(Read<Page> read, int pages) {
      switch (read) {
        case Read.Unavailable<Page> _ -> to.accept(finds.toJson(true));
        case Read.Found<Page>(Page page) ->
            workers.run(loop, () -> finds.chat(page), result -> looked(page, result, pages));
      }
    }

    private void looked(Page page, Result<Boolean> result, int pages) {
      boolean failed = result instanceof Result.Failed<Boolean>;
      if (failed || !page.more() || page.events().isEmpty()) {
        to.accept(finds.toJson(failed || finds.hasEnoughChat()));
      } else {
        JournalEvent oldest = page.events().getFirst();
        nextPage(oldest.seq(), pages - 1);
      }
    }
  }
}
