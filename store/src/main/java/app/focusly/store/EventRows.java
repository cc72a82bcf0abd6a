package app.focusly.store;

import app.focusly.room.journal.CommandId;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Redaction;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.zip.CRC32C;

/// How events and snapshots look as rows.
final class EventRows {
  static final String INSERT =
      "INSERT INTO event (stream_id, seq, at, actor, type, version, body, command_id)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  static final String SELECT =
      "SELECT seq, at, actor, type, version, body, command_id FROM event"
          + " WHERE stream_id = (SELECT id FROM stream WHERE name = ?) AND seq > ?"
          + " ORDER BY seq LIMIT ?";
  static final String SELECT_BACK =
      "SELECT seq, at, actor, type, version, body, command_id FROM event"
          + " INDEXED BY event_by_type"
          + " WHERE stream_id = (SELECT id FROM stream WHERE name = ?) AND type = ? AND seq > ? AND seq < ?"
          + " ORDER BY seq DESC LIMIT ?";

  private static final String REDACTED =
      " SET body = replace(coalesce(?, body), coalesce(?, ''), ?), actor = coalesce(?, actor)"
          + " WHERE stream_id = ? AND seq BETWEEN ? AND ? AND actor = coalesce(?, actor)"
          + " AND instr(body, coalesce(?, '{')) > 0"; // every body is an object

  /// Whatever the type.
  static final String REDACT = "UPDATE event" + REDACTED;

  /// Of one type.
  static final String REDACT_TYPE =
      "UPDATE event INDEXED BY event_by_type" + REDACTED + " AND type = ?";

  private EventRows() {}

  static void bind(PreparedStatement update, long streamId, Redaction redaction)
      throws SQLException {
    Redaction.Scope scope = redaction.scope();
    update.setString(1, redaction.body());
    update.setString(2, redaction.unnamedText());
    update.setString(3, Redaction.nobodyText());
    update.setString(4, redaction.anonymous() ? JournalEvent.FORGOTTEN : null);
    update.setLong(5, streamId);
    update.setLong(6, scope.from());
    update.setLong(7, scope.to());
    update.setString(8, scope.actor());
    update.setString(9, scope.bodyText() == null ? redaction.unnamedText() : scope.bodyText());
    if (scope.type() != null) {
      update.setString(10, scope.type());
    }
  }

  static void bind(PreparedStatement insert, long streamId, JournalEvent event)
      throws SQLException {
    CommandId commandId = event.commandId();
    insert.setLong(1, streamId);
    insert.setLong(2, event.seq());
    insert.setLong(3, event.at().toEpochMilli());
    insert.setString(4, event.actor());
    insert.setString(5, event.type());
    insert.setInt(6, event.version());
    insert.setString(7, event.body());
    insert.setString(8, commandId == null ? null : commandId.value());
  }

  static JournalEvent read(ResultSet row) throws SQLException {
    String commandId = row.getString(7);
    return new JournalEvent(
        row.getLong(1),
        Instant.ofEpochMilli(row.getLong(2)),
        row.getString(3),
        row.getString(4),
        row.getInt(5),
        row.getString(6),
        commandId == null ? null : new CommandId(commandId));
  }

  /// The checksum of a snapshot's state.
  static long checksum(String state) {
    var checksum = new CRC32C();
    checksum.update(state.getBytes(StandardCharsets.UTF_8));
    return checksum.getValue();
  }
}
