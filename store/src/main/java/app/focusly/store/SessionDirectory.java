package app.focusly.store;

import app.focusly.room.MemberId;
import app.focusly.room.RoomId;
import app.focusly.room.history.FocusStretch;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which sessions there were, for those who may know: who took part, and the room's owners. Used
/// from every thread; who asks is answered on a thread of the store.
public final class SessionDirectory {
  private static final String MAY_READ =
      " (EXISTS (SELECT 1 FROM room_owner o WHERE o.stream_id = s.stream_id AND o.member_id = ?2)"
          + " OR EXISTS (SELECT 1 FROM session_member m WHERE m.stream_id = s.stream_id"
          + " AND m.seq = s.seq AND m.member_id = ?2))";

  private static final String SELECT =
      "SELECT s.stream_id, s.seq, s.started_at, s.ended_at, s.focus_ms, s.phases FROM session s"
          + " WHERE s.stream_id = (SELECT id FROM stream WHERE name = ?1)";

  static final String PAGE =
      SELECT + " AND s.seq < ?3 AND" + MAY_READ + " ORDER BY s.seq DESC LIMIT ?4";
  static final String ONE = SELECT + " AND s.seq = ?3 AND" + MAY_READ;

  static final String DAYS =
      "SELECT day, ms, phases FROM focus_day WHERE member_id = ?1 ORDER BY day";
  private static final String BY_ROOM =
      "SELECT t.name, r.name, f.ms FROM (SELECT stream_id, sum(ms) AS ms FROM focus_task"
          + " WHERE member_id = ?1 GROUP BY stream_id ORDER BY 2 DESC LIMIT 100) f"
          + " JOIN stream t ON t.id = f.stream_id LEFT JOIN room r ON r.stream_id = f.stream_id"
          + " ORDER BY f.ms DESC";

  /// A title is in one event at a time: the one that added the task, or the one that named it anew.
  private static final String TITLE =
      " coalesce((SELECT json_extract(e.body, '$.title') FROM event e"
          + " WHERE e.stream_id = f.stream_id AND e.seq = f.task),"
          + " (SELECT json_extract(e.body, '$.title') FROM event e"
          + " WHERE e.stream_id = f.stream_id AND e.type = 'task-updated'"
          + " AND CAST(json_extract(e.body, '$.taskId') AS INTEGER) = f.task"
          + " AND json_extract(e.body, '$.title') IS NOT NULL LIMIT 1)) AS title";

  static final String BY_TASK =
      "SELECT f.task,"
          + TITLE
          + ", f.ms FROM (SELECT stream_id, task, ms FROM focus_task"
          + " WHERE member_id = ?1 AND task > 0 ORDER BY ms DESC LIMIT 100) f"
          + " WHERE title IS NOT NULL ORDER BY f.ms DESC";
  static final String ONE_TITLE =
      "SELECT" + TITLE + " FROM (SELECT id AS stream_id, ?2 AS task FROM stream WHERE name = ?1) f";
  static final String STRETCHES =
      "SELECT f.rowid, f.day, f.started_at, f.ms, t.name, r.name, f.phases, CASE WHEN f.task > 0"
          + " THEN (SELECT title FROM (SELECT"
          + TITLE
          + ")) END FROM focus f JOIN stream t ON t.id = f.stream_id"
          + " LEFT JOIN room r ON r.stream_id = f.stream_id"
          + " WHERE f.member_id = ?1 AND f.rowid > ?2 ORDER BY f.rowid LIMIT ?3";
  static final String ROOMS =
      "SELECT t.name, r.name, v.last_at, v.sessions,"
          + " (SELECT coalesce(sum(ms), 0) FROM focus_task f WHERE f.member_id = ?1"
          + " AND f.stream_id = v.stream_id),"
          + " EXISTS (SELECT 1 FROM room_owner o WHERE o.stream_id = v.stream_id"
          + " AND o.member_id = ?1)"
          + " FROM (SELECT m.stream_id, max(s.started_at) AS last_at, count(*) AS sessions"
          + " FROM session_member m JOIN session s ON s.stream_id = m.stream_id AND s.seq = m.seq"
          + " WHERE m.member_id = ?1 GROUP BY m.stream_id ORDER BY 2 DESC LIMIT 100) v"
          + " JOIN stream t ON t.id = v.stream_id LEFT JOIN room r ON r.stream_id = v.stream_id"
          + " ORDER BY v.last_at DESC";

  private static final String NOTES =
      "SELECT note, title, markdown FROM session_note"
          + " WHERE stream_id = (SELECT id FROM stream WHERE name = ?) AND seq = ? ORDER BY note";

  private static final String UNKEPT =
      "SELECT t.name, d.seq FROM notes_due d JOIN stream t ON t.id = d.stream_id"
          + " WHERE NOT EXISTS (SELECT 1 FROM session s WHERE s.stream_id = d.stream_id"
          + " AND s.seq > d.seq) ORDER BY d.stream_id LIMIT 100";

  private final JournalReaders readers;
  private final JournalWriter writer;

  SessionDirectory(JournalReaders readers, JournalWriter writer) {
    this.readers = readers;
    this.writer = writer;
  }

  /// Keeps a note of a room as it stands at the end of a session, unless that is forgotten already.
  public CompletableFuture<Boolean> keepNote(RoomId room, long session, SessionNote note) {
    return writer.call(connection -> {
      connection.keepNote(StreamId.of(room), session, note);
      return true;
    });
  }

  /// All notes of a room have been kept as they stood at the end of a session.
  public CompletableFuture<Boolean> keptNotes(RoomId room, long session) {
    return writer.call(connection -> {
      connection.keptNotes(StreamId.of(room), session);
      return true;
    });
  }

  /// A session that has ended, and whose notes have not all been kept.
  public record Unkept(RoomId room, long session) {}

  /// Sessions whose notes are still to be kept, and are as they were: nobody has been in the room
  /// since. At most 100.
  public void unkept(Consumer<Read<List<Unkept>>> to) {
    readers.read(
        connection -> {
          var unkept = new ArrayList<Unkept>();
          try (PreparedStatement select = connection.prepareStatement(UNKEPT);
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              unkept.add(new Unkept(room(row.getString(1)), row.getLong(2)));
            }
          }
          return unkept;
        },
        to);
  }

  /// The notes as they stood at the end of a session; none while it goes on. Who may read the
  /// session may read them.
  public void notes(RoomId room, long session, Consumer<Read<List<SessionNote>>> to) {
    readers.read(
        connection -> {
          var notes = new ArrayList<SessionNote>();
          try (PreparedStatement select = connection.prepareStatement(NOTES)) {
            select.setString(1, StreamId.of(room).value());
            select.setLong(2, session);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                notes.add(new SessionNote(row.getLong(1), row.getString(2), row.getString(3)));
              }
            }
          }
          return notes;
        },
        to);
  }

  /// A session, what its room is called, and what it was made as.
  ///
  /// @param owner whether the asker owns the room
  /// @param last the event that ended it; 0 while it goes on
  public record Seen(
      SessionRow session,
      @Nullable String roomName,
      @Nullable String template,
      boolean owner,
      long last) {}

  /// The sessions of a room that a member may read, newest first.
  ///
  /// @param before only those that started before this event
  public void sessions(
      RoomId room, MemberId asker, long before, int limit, Consumer<Read<List<SessionRow>>> to) {
    readers.read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            bind(select, room, asker, before);
            select.setInt(4, limit);
            return sessions(connection, select, room);
          }
        },
        to);
  }

  /// A session, if there is one that the member may read.
  public void session(RoomId room, long seq, MemberId asker, Consumer<Read<Optional<Seen>>> to) {
    readers.read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(ONE)) {
            bind(select, room, asker, seq);
            List<SessionRow> found = sessions(connection, select, room);
            return found.isEmpty()
                ? Optional.empty()
                : Optional.of(seen(connection, found.getFirst(), asker));
          }
        },
        to);
  }

  /// What tasks of a room are called now; those without a title have been removed.
  public void titles(RoomId room, Set<Long> tasks, Consumer<Read<Map<Long, String>>> to) {
    readers.read(
        connection -> {
          var titles = new HashMap<Long, String>();
          try (PreparedStatement select = connection.prepareStatement(ONE_TITLE)) {
            for (long task : tasks) {
              select.setString(1, StreamId.of(room).value());
              select.setLong(2, task);
              try (ResultSet row = select.executeQuery()) {
                if (row.next() && row.getString(1) != null) {
                  titles.put(task, row.getString(1));
                }
              }
            }
          }
          return titles;
        },
        to);
  }

  /// How long a member focused.
  public void focus(MemberId memberId, Consumer<Read<FocusTotals>> to) {
    readers.read(
        connection ->
            new FocusTotals(
                list(
                    connection,
                    DAYS,
                    memberId,
                    row ->
                        new FocusTotals.Day(
                            LocalDate.parse(row.getString(1)), row.getLong(2), row.getLong(3))),
                list(
                    connection,
                    BY_ROOM,
                    memberId,
                    row ->
                        new FocusTotals.Room(
                            room(row.getString(1)), row.getString(2), row.getLong(3))),
                list(
                    connection,
                    BY_TASK,
                    memberId,
                    row -> new FocusTotals.Task(row.getLong(1), row.getString(2), row.getLong(3)))),
        to);
  }

  /// What a member focused, stretch by stretch in the order of their ends: a page of it.
  ///
  /// @param after the place of the last one that is known; 0 for the first page
  public void stretches(
      MemberId memberId, long after, int limit, Consumer<Read<List<FocusStretch>>> to) {
    readers.read(
        connection -> {
          var stretches = new ArrayList<FocusStretch>();
          try (PreparedStatement select = connection.prepareStatement(STRETCHES)) {
            select.setString(1, memberId.value());
            select.setLong(2, after);
            select.setInt(3, limit);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                stretches.add(stretch(row));
              }
            }
          }
          return stretches;
        },
        to);
  }

  private static FocusStretch stretch(ResultSet row) throws SQLException {
    Instant from = Instant.ofEpochMilli(row.getLong(3));
    return new FocusStretch(
        row.getLong(1),
        LocalDate.parse(row.getString(2)),
        from,
        from.plusMillis(row.getLong(4)),
        room(row.getString(5)),
        row.getString(6),
        row.getString(8),
        row.getLong(7) > 0);
  }

  /// The rooms that a member was in, at most 100, the last ones first.
  public void rooms(MemberId memberId, Consumer<Read<List<VisitedRoom>>> to) {
    readers.read(
        connection ->
            list(
                connection,
                ROOMS,
                memberId,
                row ->
                    new VisitedRoom(
                        room(row.getString(1)),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getBoolean(6))),
        to);
  }

  private static void bind(PreparedStatement select, RoomId room, MemberId asker, long seq)
      throws SQLException {
    select.setString(1, StreamId.of(room).value());
    select.setString(2, asker.value());
    select.setLong(3, seq);
  }

  private static List<SessionRow> sessions(
      Connection connection, PreparedStatement select, RoomId room) throws SQLException {
    var sessions = new ArrayList<SessionRow>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        long seq = row.getLong(2);
        Long endedAt = row.getObject(4) == null ? null : (Long) row.getLong(4);
        sessions.add(
            new SessionRow(
                room,
                seq,
                row.getLong(3),
                endedAt,
                row.getLong(5),
                row.getLong(6),
                members(connection, row.getLong(1), seq)));
      }
    }
    return sessions;
  }

  private static List<SessionRow.Person> members(Connection connection, long stream, long seq)
      throws SQLException {
    var members = new ArrayList<SessionRow.Person>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT member_id, name FROM session_member WHERE stream_id = ? AND seq = ?"
                + " ORDER BY rowid LIMIT " // as they came
                + SessionRow.MAX_MEMBERS)) {
      select.setLong(1, stream);
      select.setLong(2, seq);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          members.add(new SessionRow.Person(row.getString(1), row.getString(2)));
        }
      }
    }
    return members;
  }

  private static Seen seen(Connection connection, SessionRow session, MemberId asker)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT r.name, r.template, EXISTS (SELECT 1 FROM room_owner o"
                + " WHERE o.stream_id = t.id AND o.member_id = ?2), (SELECT s.last_seq FROM session s"
                + " WHERE s.stream_id = t.id AND s.seq = ?3)"
                + " FROM stream t LEFT JOIN room r ON r.stream_id = t.id WHERE t.name = ?1")) {
      select.setString(1, StreamId.of(session.roomId()).value());
      select.setString(2, asker.value());
      select.setLong(3, session.seq());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Seen(
            session, row.getString(1), row.getString(2), row.getBoolean(3), row.getLong(4));
      }
    }
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static <T> List<T> list(
      Connection connection, String sql, MemberId memberId, Reading<T> reading)
      throws SQLException {
    var found = new ArrayList<T>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, memberId.value());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(reading.of(row));
        }
      }
    }
    return found;
  }

  private static RoomId room(String stream) {
    return new StreamId(stream).room().orElseThrow();
  }
}
