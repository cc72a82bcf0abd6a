package app.focusly.store;

import app.focusly.room.MemberId;
import app.focusly.room.journal.Append;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Redaction;
import app.focusly.room.journal.StreamId;
import app.focusly.room.journal.StreamSnapshot;
import app.focusly.room.note.NoteLog;
import app.focusly.store.AppendQueue.Events;
import app.focusly.store.AppendQueue.NoteUpdates;
import app.focusly.store.AppendQueue.Write;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The connection that writes, with its statements and what it knows of the streams. Confined to
/// the writer's thread. After an exception it is of no more use.
final class WriteConnection implements AutoCloseable {
  /// Beyond the last one there is one more, for when the last one is voided or damaged.
  private static final int SNAPSHOTS_KEPT = 2;

  /// About a megabyte.
  private static final int STREAMS_KNOWN = 10_000;

  /// The streams of a member alone: their names end with the member's id, behind a room's.
  private static final String OWN =
      "SELECT id FROM stream WHERE name > 'member:' AND name < 'member;'"
          + " AND substr(name, 8 + instr(substr(name, 8), ':')) = ?";

  private record Known(long id, long head, @Nullable Long due) {}

  private final Connection connection;
  private final Map<StreamId, Known> streams =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamId, Known> eldest) {
          return size() > STREAMS_KNOWN;
        }
      };
  private final HistoryTables history;
  private final NoteRows notes;
  private final PreparedStatement findStream;
  private final PreparedStatement addStream;
  private final PreparedStatement findHead;
  private final PreparedStatement addEvent;
  private final PreparedStatement setDue;
  private final PreparedStatement redact;
  private final PreparedStatement redactType;
  private final PreparedStatement voidSnapshots;
  private final PreparedStatement addSnapshot;
  private final PreparedStatement dropSnapshots;

  WriteConnection(Path file) throws SQLException {
    connection = Connections.writing(file);
    try {
      connection.setAutoCommit(false);
      history = new HistoryTables(connection);
      notes = new NoteRows(connection);
      findStream = connection.prepareStatement("SELECT id, due FROM stream WHERE name = ?");
      addStream =
          connection.prepareStatement(
              "INSERT INTO stream (id, name) SELECT coalesce(max(id), 0) + 1, ? FROM stream"
                  + " RETURNING id");
      findHead =
          connection.prepareStatement(
              "SELECT coalesce(max(seq), 0) FROM event WHERE stream_id = ?");
      addEvent = connection.prepareStatement(EventRows.INSERT);
      setDue = connection.prepareStatement("UPDATE stream SET due = ? WHERE id = ?");
      redact = connection.prepareStatement(EventRows.REDACT);
      redactType = connection.prepareStatement(EventRows.REDACT_TYPE);
      voidSnapshots =
          connection.prepareStatement("DELETE FROM snapshot WHERE stream_id = ? AND seq >= ?");
      addSnapshot =
          connection.prepareStatement(
              "INSERT INTO snapshot (stream_id, seq, state, checksum) VALUES (?, ?, ?, ?)"
                  + " ON CONFLICT (stream_id, seq)"
                  + " DO UPDATE SET state = excluded.state, checksum = excluded.checksum");
      dropSnapshots =
          connection.prepareStatement(
              "DELETE FROM snapshot WHERE stream_id = ? AND seq NOT IN (SELECT seq FROM snapshot"
                  + " WHERE stream_id = ? ORDER BY seq DESC LIMIT "
                  + SNAPSHOTS_KEPT
                  + ")");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// Writes all of them in one transaction, and returns when it is on the disk.
  ///
  /// @return for each whether it was written; one that does not continue its stream is left out
  List<Boolean> commit(List<Write> writes) throws SQLException {
    var written = new ArrayList<Boolean>(writes.size());
    for (Write write : writes) {
      written.add(
          switch (write) {
            case Events(Append append) -> write(append);
            case NoteUpdates(NoteLog.Id note, long after, List<byte[]> updates) ->
                notes.append(known(note.stream()).id(), note.note(), after, updates);
          });
    }
    connection.commit();
    return written;
  }

  /// Puts one update in the place of a note's older ones, and returns when that is on the disk.
  ///
  /// @return whether there is such a note
  boolean compact(NoteLog.Id note, long upTo, byte[] update) throws SQLException {
    boolean written = notes.compact(known(note.stream()).id(), note.note(), upTo, update);
    connection.commit();
    return written;
  }

  private boolean write(Append append) throws SQLException {
    Known known = known(append.stream());
    if (known.head() != append.after()) {
      return false;
    }
    for (JournalEvent event : append.events()) {
      EventRows.bind(addEvent, known.id(), event);
      addEvent.executeUpdate();
    }
    for (Redaction redaction : append.redactions()) {
      redact(known.id(), redaction);
    }
    history.write(known.id(), append.rows());
    if (append.snapshot() != null) {
      put(known.id(), append.snapshot());
    }
    Long due = append.due() == null ? null : append.due().toEpochMilli();
    if (!Objects.equals(due, known.due())) {
      setDue.setObject(1, due);
      setDue.setLong(2, known.id());
      setDue.executeUpdate();
    }
    streams.put(append.stream(), new Known(known.id(), append.last(), due));
    return true;
  }

  private Known known(StreamId stream) throws SQLException {
    Known known = streams.get(stream);
    if (known == null) {
      known = find(stream);
      streams.put(stream, known);
    }
    return known;
  }

  private Known find(StreamId stream) throws SQLException {
    long id;
    Long due = null;
    findStream.setString(1, stream.value());
    try (ResultSet row = findStream.executeQuery()) {
      if (row.next()) {
        id = row.getLong(1);
        due = row.getObject(2) == null ? null : (Long) row.getLong(2);
      } else {
        addStream.setString(1, stream.value());
        id = number(addStream);
      }
    }
    findHead.setLong(1, id);
    return new Known(id, number(findHead), due);
  }

  private void redact(long streamId, Redaction redaction) throws SQLException {
    PreparedStatement update = redaction.scope().type() == null ? redact : redactType;
    EventRows.bind(update, streamId, redaction);
    update.executeUpdate();
    if (redaction.voidsSnapshots()) {
      voidSnapshots.setLong(1, streamId);
      voidSnapshots.setLong(2, redaction.from());
      voidSnapshots.executeUpdate();
    }
  }

  private void put(long streamId, StreamSnapshot snapshot) throws SQLException {
    addSnapshot.setLong(1, streamId);
    addSnapshot.setLong(2, snapshot.seq());
    addSnapshot.setString(3, snapshot.state());
    addSnapshot.setLong(4, EventRows.checksum(snapshot.state()));
    addSnapshot.executeUpdate();
    dropSnapshots.setLong(1, streamId);
    dropSnapshots.setLong(2, streamId);
    dropSnapshots.executeUpdate();
  }

  /// Keeps a note of a session that has ended.
  void keepNote(StreamId room, long session, SessionNote note) throws SQLException {
    long streamId = known(room).id();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO session_note (stream_id, seq, note, title, markdown)"
                + " SELECT stream_id, seq, ?3, ?4, ?5 FROM session WHERE stream_id = ?1"
                + " AND seq = ?2 AND last_seq IS NOT NULL")) {
      insert.setLong(1, streamId);
      insert.setLong(2, session);
      insert.setLong(3, note.note());
      insert.setString(4, note.title());
      insert.setString(5, note.markdown());
      insert.executeUpdate();
    }
    connection.commit();
  }

  /// All notes of a room are on the record of a session.
  void keptNotes(StreamId room, long session) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM notes_due WHERE stream_id = ? AND seq = ?")) {
      delete.setLong(1, known(room).id());
      delete.setLong(2, session);
      delete.executeUpdate();
    }
    connection.commit();
  }

  /// Brings all that is in the write-ahead log into the database, and empties the log, so that
  /// nothing older is in it. Without effect while somebody reads.
  ///
  /// @return whether the log is empty now
  boolean emptyLog() throws SQLException {
    connection.setAutoCommit(true);
    try {
      Connections.setPatience(connection, Duration.ZERO); // appends wait meanwhile
      return Connections.text(connection, "PRAGMA wal_checkpoint(TRUNCATE)").equals("0");
    } finally {
      Connections.setPatience(connection, Connections.PATIENCE);
      connection.setAutoCommit(false);
    }
  }

  /// Writes what changes nothing, and returns when it is on the disk.
  void touch() throws SQLException {
    try (Statement update = connection.createStatement()) {
      update.execute("UPDATE journal SET epoch = epoch");
    }
    connection.commit();
  }

  /// All streams have been gone through with this.
  void setKeep(long millis) throws SQLException {
    setNumber("UPDATE journal SET keep = ?", millis);
  }

  /// The server runs at this time.
  void setAlive(long millis) throws SQLException {
    setNumber("UPDATE journal SET alive_at = ?", millis);
  }

  /// A member wants to be forgotten.
  void beginErasure(String memberId) throws SQLException {
    setText(
        "INSERT INTO erasure (member_id) VALUES (?) ON CONFLICT (member_id) DO NOTHING", memberId);
  }

  /// A member has been forgotten in every room: what was theirs alone goes with it.
  void endErasure(String memberId) throws SQLException {
    execute("DELETE FROM event WHERE stream_id IN (" + OWN + ")", memberId);
    execute("DELETE FROM snapshot WHERE stream_id IN (" + OWN + ")", memberId);
    execute("DELETE FROM stream WHERE id IN (" + OWN + ")", memberId);
    streams.keySet().removeIf(stream -> stream.isOf(new MemberId(memberId)));
    setText("DELETE FROM erasure WHERE member_id = ?", memberId);
  }

  private void setText(String sql, String text) throws SQLException {
    execute(sql, text);
    connection.commit();
  }

  private void execute(String sql, String text) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, text);
      update.executeUpdate();
    }
  }

  private void setNumber(String sql, long number) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, number);
      update.executeUpdate();
    }
    connection.commit();
  }

  /// What a pragma is on this very connection.
  String pragma(String name) throws SQLException {
    String value = Connections.text(connection, "PRAGMA " + name);
    connection.rollback();
    return value;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static long number(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("no row");
      }
      return row.getLong(1);
    }
  }
}
