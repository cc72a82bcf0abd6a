package app.focusly.store;

import app.focusly.room.journal.HistoryRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes what events mean into the tables of rooms, sessions and focus. Confined to the thread of
/// its connection, and part of its transactions.
final class HistoryTables {
  private final Connection connection;

  HistoryTables(Connection connection) {
    this.connection = connection;
  }

  void write(long stream, List<HistoryRow> rows) throws SQLException {
    for (HistoryRow row : rows) {
      write(stream, row);
    }
  }

  private void write(long stream, HistoryRow row) throws SQLException {
    switch (row) {
      case HistoryRow.Made(String name, String template) ->
          run("INSERT OR REPLACE INTO room VALUES (?, ?, ?)", stream, name, template);
      case HistoryRow.Owns(String memberId) ->
          run("INSERT OR IGNORE INTO room_owner VALUES (?, ?)", stream, memberId);
      case HistoryRow.OwnsNot(String memberId) ->
          run("DELETE FROM room_owner WHERE stream_id = ? AND member_id = ?", stream, memberId);
      case HistoryRow.Owners(List<String> memberIds) -> {
        run("DELETE FROM room_owner WHERE stream_id = ?", stream);
        for (String memberId : memberIds) {
          write(stream, new HistoryRow.Owns(memberId));
        }
      }
      case HistoryRow.Began(long session, long at) ->
          run(
              "INSERT OR REPLACE INTO session (stream_id, seq, started_at) VALUES (?, ?, ?)",
              stream,
              session,
              at);
      case HistoryRow.Came(long session, String memberId, String name) ->
          run(
              "INSERT INTO session_member VALUES (?, ?, ?, ?) ON CONFLICT (stream_id, seq,"
                  + " member_id) DO UPDATE SET name = coalesce(excluded.name, name)",
              stream,
              session,
              memberId,
              name);
      case HistoryRow.Ran(long session, long millis, boolean completed) ->
          run(
              "UPDATE session SET focus_ms = focus_ms + ?, phases = phases + ?"
                  + " WHERE stream_id = ? AND seq = ?",
              millis,
              completed ? 1 : 0,
              stream,
              session);
      case HistoryRow.Focused focused -> focused(stream, focused);
      case HistoryRow.Ended(long session, long at, long last) -> {
        run(
            "UPDATE session SET ended_at = ?, last_seq = ? WHERE stream_id = ? AND seq = ?",
            at,
            last,
            stream,
            session);
        run(
            "INSERT OR REPLACE INTO notes_due SELECT stream_id, seq FROM session"
                + " WHERE stream_id = ?1 AND seq = ?2"
                + " AND EXISTS (SELECT 1 FROM note WHERE stream_id = ?1)",
            stream,
            session);
      }
      case HistoryRow.MemberForgotten(String memberId) -> {
        for (String table : List.of("session_member", "focus", "room_owner")) {
          run("DELETE FROM " + table + " WHERE member_id = ? AND stream_id = ?", memberId, stream);
        }
      }
      case HistoryRow.SessionForgotten(long session) -> {
        run("DELETE FROM focus WHERE stream_id = ? AND session = ?", stream, session);
        for (String table : List.of("notes_due", "session_note", "session_member", "session")) {
          run("DELETE FROM " + table + " WHERE stream_id = ? AND seq = ?", stream, session);
        }
      }
      case HistoryRow.NoteAdded(long note) ->
          run("INSERT OR IGNORE INTO note VALUES (?, ?)", stream, note);
      case HistoryRow.NoteRemoved(long note) -> {
        for (String table : List.of("note_update", "note_state", "note")) {
          run("DELETE FROM " + table + " WHERE stream_id = ? AND note = ?", stream, note);
        }
      }
      case HistoryRow.Forgotten(long through) -> forgotten(stream, through);
    }
  }

  private void focused(long stream, HistoryRow.Focused focused) throws SQLException {
    if (!focused.guest()) { // nobody could ever ask for it
      run(
          "INSERT INTO focus (member_id, day, started_at, stream_id, session, task, ms, phases)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          focused.memberId(),
          focused.day().toString(),
          focused.from(),
          stream,
          focused.session(),
          focused.task(),
          focused.millis(),
          focused.completed() ? 1 : 0);
    }
  }

  /// Of a session that is partly forgotten nobody can tell the truth any more. What a room is
  /// called is forgotten with its last session, when nobody owns it.
  private void forgotten(long stream, long through) throws SQLException {
    for (String table : List.of("notes_due", "session_note", "session_member")) {
      run(
          "DELETE FROM "
              + table
              + " WHERE stream_id = ? AND seq <= ? AND seq IN (SELECT seq FROM"
              + " session WHERE stream_id = ? AND last_seq IS NOT NULL)",
          stream,
          through,
          stream);
    }
    run(
        "DELETE FROM session WHERE stream_id = ? AND seq <= ? AND last_seq IS NOT NULL",
        stream,
        through);
    run(
        "DELETE FROM room WHERE stream_id = ?1"
            + " AND NOT EXISTS (SELECT 1 FROM room_owner WHERE stream_id = ?1)"
            + " AND NOT EXISTS (SELECT 1 FROM session WHERE stream_id = ?1)",
        stream);
  }

  private void run(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
