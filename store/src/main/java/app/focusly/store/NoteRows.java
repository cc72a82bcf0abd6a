package app.focusly.store;

import app.focusly.room.note.NoteLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The rows with what is written in notes. Writing is confined to the thread of its connection, and
/// part of its transactions.
final class NoteRows {
  private static final String LAST =
      """
      SELECT max(
        coalesce((SELECT max(n) FROM note_update WHERE stream_id = ?1 AND note = ?2), 0),
        coalesce((SELECT upto FROM note_state WHERE stream_id = ?1 AND note = ?2), 0))
      FROM note WHERE stream_id = ?1 AND note = ?2
      """;

  private static final String READ =
      """
      SELECT upto AS n, bytes FROM note_state
        WHERE stream_id = (SELECT id FROM stream WHERE name = ?1) AND note = ?2
      UNION ALL
      SELECT n, bytes FROM note_update
        WHERE stream_id = (SELECT id FROM stream WHERE name = ?1) AND note = ?2
      ORDER BY n
      """;

  private final PreparedStatement last;
  private final PreparedStatement add;
  private final PreparedStatement putState;
  private final PreparedStatement drop;

  NoteRows(Connection connection) throws SQLException {
    last = connection.prepareStatement(LAST);
    add = connection.prepareStatement("INSERT INTO note_update VALUES (?, ?, ?, ?)");
    putState =
        connection.prepareStatement(
            "INSERT INTO note_state VALUES (?, ?, ?, ?) ON CONFLICT (stream_id, note)"
                + " DO UPDATE SET upto = excluded.upto, bytes = excluded.bytes");
    drop =
        connection.prepareStatement(
            "DELETE FROM note_update WHERE stream_id = ? AND note = ? AND n <= ?");
  }

  /// Adds updates.
  ///
  /// @return whether there is such a note, and it is where the updates go on
  boolean append(long stream, long note, long after, List<byte[]> updates) throws SQLException {
    if (last(stream, note) != after) {
      return false;
    }
    for (int i = 0; i < updates.size(); i++) {
      bind(add, stream, note, after + 1 + i, updates.get(i));
      add.executeUpdate();
    }
    return true;
  }

  /// Puts one update in the place of those up to a number.
  ///
  /// @return whether there are as many
  boolean compact(long stream, long note, long upTo, byte[] update) throws SQLException {
    if (last(stream, note) < upTo) {
      return false;
    }
    bind(putState, stream, note, upTo, update);
    putState.executeUpdate();
    drop.setLong(1, stream);
    drop.setLong(2, note);
    drop.setLong(3, upTo);
    drop.executeUpdate();
    return true;
  }

  /// The number of a note's newest update; -1 when there is no such note.
  private long last(long stream, long note) throws SQLException {
    last.setLong(1, stream);
    last.setLong(2, note);
    try (ResultSet row = last.executeQuery()) {
      return row.next() ? row.getLong(1) : -1;
    }
  }

  private static void bind(
      PreparedStatement statement, long stream, long note, long n, byte[] bytes)
      throws SQLException {
    statement.setLong(1, stream);
    statement.setLong(2, note);
    statement.setLong(3, n);
    statement.setBytes(4, bytes);
  }

  /// All that there is of a note, as of one moment.
  static NoteLog.Stored read(Connection connection, NoteLog.Id note) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(READ)) {
      select.setString(1, note.stream().value());
      select.setLong(2, note.note());
      long newest = 0;
      var updates = new ArrayList<byte[]>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          newest = rows.getLong(1);
          updates.add(rows.getBytes(2));
        }
      }
      return new NoteLog.Stored(newest, updates);
    }
  }
}
