package app.focusly.server.http;

import app.focusly.room.MemberId;
import app.focusly.room.history.SessionRecord;
import app.focusly.room.journal.Journal;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import app.focusly.store.SessionDirectory;
import app.focusly.store.SessionDirectory.Seen;
import app.focusly.store.SessionNote;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Puts together what is kept of a session, page by page from the journal and only for who may read
/// it. Used from every thread.
final class SessionRecords {
  /// The most events that are read for one record; more than a day of a busy room.
  private static final int MAX_EVENTS = 100_000;

  private static final JsonMapper JSON = new JsonMapper();

  private final Journal journal;
  private final SessionDirectory directory;

  SessionRecords(Journal journal, SessionDirectory directory) {
    this.journal = journal;
    this.directory = directory;
  }

  /// A session's record, if there is one that the member may read.
  ///
  /// @param to takes it on any thread
  void read(SessionId id, MemberId asker, Consumer<Read<Optional<ObjectNode>>> to) {
    find(
        id,
        asker,
        MAX_EVENTS,
        read ->
            to.accept(
                switch (read) {
                  case Read.Found<Optional<Whole>>(Optional<Whole> found) ->
                      new Read.Found<>(found.map(Whole::json));
                  case Read.Unavailable<Optional<Whole>>(String detail) ->
                      new Read.Unavailable<>(detail);
                }));
  }

  /// All that was read of a session.
  ///
  /// @param edits later events that edited messages of it
  record Whole(Seen seen, ObjectNode json, List<Long> edits) {
    Whole {
      edits = List.copyOf(edits);
    }
  }

  /// The same with what is needed to forget it, for which all of its events are read.
  void find(SessionId id, MemberId asker, Consumer<Read<Optional<Whole>>> to) {
    find(id, asker, Integer.MAX_VALUE, to);
  }

  private void find(SessionId id, MemberId asker, int most, Consumer<Read<Optional<Whole>>> to) {
    directory.session(
        id.room(),
        id.seq(),
        asker,
        read -> {
          switch (read) {
            case Read.Found<Optional<Seen>>(Optional<Seen> seen) -> {
              if (seen.isEmpty()) {
                to.accept(new Read.Found<>(Optional.empty()));
              } else {
                new Reading(id, seen.get(), most, to).from(id.seq() - 1);
              }
            }
            case Read.Unavailable<Optional<Seen>>(String detail) ->
                to.accept(new Read.Unavailable<>(detail));
          }
        });
  }

  /// One record that is being read.
  private final class Reading {
    private final SessionId id;
    private final Seen seen;
    private final Consumer<Read<Optional<Whole>>> to;
    private final SessionRecord record;
    private final List<Long> edits = new ArrayList<>();
    private final int most;
    private int count;

    Reading(SessionId id, Seen seen, int most, Consumer<Read<Optional<Whole>>> to) {
      this.most = most;
      this.id = id;
      this.seen = seen;
      this.to = to;
      record = new SessionRecord("class".equals(seen.template()));
    }

    void from(long after) {
      journal.read(
          StreamId.of(id.room()),
          after,
          read -> {
            switch (read) {
              case Read.Found<Page>(Page page) -> take(page);
              case Read.Unavailable<Page>(String detail) ->
                  to.accept(new Read.Unavailable<>(detail));
            }
          });
    }

    private void take(Page page) {
      boolean over;
      try {
        over = follow(page);
      } catch (JsonProcessingException | RuntimeException e) { // who waits must hear something
        to.accept(new Read.Unavailable<>("an event cannot be read: " + e.getClass().getName()));
        return;
      }
      if (over || !page.more() || page.events().isEmpty()) {
        name();
      } else {
        from(page.events().getLast().seq());
      }
    }

    /// Tasks of an older session are called as they are on the board.
    private void name() {
      Set<Long> untitled = record.untitled();
      if (untitled.isEmpty()) {
        notes();
        return;
      }
      directory.titles(
          id.room(),
          untitled,
          read -> {
            switch (read) {
              case Read.Found<Map<Long, String>>(Map<Long, String> titles) -> {
                record.title(titles);
                notes();
              }
              case Read.Unavailable<Map<Long, String>>(String detail) ->
                  to.accept(new Read.Unavailable<>(detail));
            }
          });
    }

    /// Tells whether the session is over with it.
    private boolean follow(Page page) throws JsonProcessingException {
      for (JournalEvent event : page.events()) {
        JsonNode body = JSON.readTree(event.body());
        record.follow(event, body);
        count++;
        if (body.path("editedIn").isNumber()) {
          edits.add(body.path("editedIn").longValue());
        }
        if (event.seq() == seen.last() || count == most) {
          return true;
        }
      }
      return false;
    }

    /// What the notes said at its end.
    private void notes() {
      directory.notes(
          id.room(),
          id.seq(),
          read -> {
            switch (read) {
              case Read.Found<List<SessionNote>>(List<SessionNote> found) -> {
                found.forEach(note -> record.note(note.note(), note.title(), note.markdown()));
                whole();
              }
              case Read.Unavailable<List<SessionNote>>(String detail) ->
                  to.accept(new Read.Unavailable<>(detail));
            }
          });
    }

    private void whole() {
      List<Long> later = edits.stream().filter(edit -> edit > seen.last()).toList();
      to.accept(new Read.Found<>(Optional.of(new Whole(seen, json(), later))));
    }

    private ObjectNode json() {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("sessionId", id.toString()).put("roomId", id.room().value());
      json.put("roomName", seen.roomName()).put("template", seen.template());
      json.put("startedAt", seen.session().startedAt());
      json.put("endedAt", seen.session().endedAt());
      json.put("mayDelete", seen.owner());
      return json.setAll(record.json());
    }
  }
}
