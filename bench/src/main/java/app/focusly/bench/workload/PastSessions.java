package app.focusly.bench.workload;

import app.focusly.room.history.SessionLog;
import app.focusly.room.journal.Append;
import app.focusly.room.journal.HistoryRow;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.StreamId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The events of many past sessions of a room: in each its owner and a guest are there for a
/// morning, with seven focus phases, some tasks and some words. Confined to one thread.
public final class PastSessions {
  private static final Duration SPAN = Duration.ofDays(5 * 365);
  private static final int PHASES = 7;
  private static final int MESSAGES = 5;
  private static final int SESSIONS_AN_APPEND = 40;
  private static final long MINUTE = 60_000;
  private static final long FOCUS = 25 * MINUTE;
  private static final JsonMapper JSON = new JsonMapper();

  private final StreamId stream;
  private final String owner;
  private final int sessions;
  private final long first;
  private final SessionLog log = new SessionLog();
  private List<JournalEvent> events = new ArrayList<>();
  private List<HistoryRow> rows = new ArrayList<>();
  private long seq;
  private int made;

  /// @param before what the room has in the journal: that it was made
  public PastSessions(StreamId stream, List<JournalEvent> before, int sessions) {
    this.stream = stream;
    this.sessions = sessions;
    before.forEach(event -> log.follow(event, json(event.body())));
    JournalEvent last = before.getLast();
    this.seq = last.seq();
    this.first = last.at().minus(SPAN).toEpochMilli();
    this.owner = json(before.getFirst().body()).path("owner").asText();
  }

  /// The next sessions; null when there are no more.
  public @Nullable Append next() {
    if (made == sessions) {
      return null;
    }
    events = new ArrayList<>();
    rows = new ArrayList<>();
    long after = seq;
    for (int i = 0; i < SESSIONS_AN_APPEND && made < sessions; i++) {
      session(first + SPAN.toMillis() / sessions * made);
      made++;
    }
    return new Append(stream, after, events, List.of(), null, null, rows);
  }

  private void session(long start) {
    long began = seq + 1;
    add(start, JournalEvent.SYSTEM, "session-started", "{}");
    come(start, owner, "Ann");
    come(start, "guest-" + made % 50, "Guest");
    long task = seq + 1;
    add(start, owner, "task-added", "{'title':'Chapter %d'}".formatted(made));
    add(start, owner, "task-worked", "{'memberId':'%s','taskId':%d}".formatted(owner, task));
    long time = start;
    for (int i = 0; i < PHASES; i++) {
      long end = time + FOCUS;
      add(time, owner, "timer-started", "{'timer':{'phase':'focus','endsAt':%d}}".formatted(end));
      add(
          end,
          JournalEvent.SYSTEM,
          "timer-phase-ended",
          "{'ended':'focus','endedAt':%d,'timer':{'phase':'idle','endsAt':null}}".formatted(end));
      time = end + 5 * MINUTE;
    }
    for (int i = 0; i < MESSAGES; i++) {
      add(time, owner, "chat-sent", "{'name':'Ann','text':'Word %d of %d'}".formatted(i, made));
    }
    leave(time, owner);
    leave(time, "guest-" + made % 50);
    add(
        time,
        JournalEvent.SYSTEM,
        "session-ended",
        "{'session':%d,'endedAt':%d}".formatted(began, time));
  }

  private void come(long at, String memberId, String name) {
    add(
        at,
        memberId,
        "member-joined",
        "{'memberId':'%s','role':'member','name':'%s','timeZone':'Europe/Berlin'}"
            .formatted(memberId, name));
  }

  private void leave(long at, String memberId) {
    add(at, memberId, "member-left", "{'memberId':'%s','leftAt':%d}".formatted(memberId, at));
  }

  private void add(long at, String actor, String type, String body) {
    String quoted = body.replace('\'', '"');
    var event = new JournalEvent(++seq, Instant.ofEpochMilli(at), actor, type, 1, quoted, null);
    events.add(event);
    rows.addAll(log.follow(event, json(quoted)));
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
