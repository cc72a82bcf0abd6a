package app.focusly.store;

import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Opening;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.Past;
import app.focusly.room.journal.StreamId;
import app.focusly.room.journal.StreamSnapshot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is asked of the journal's tables.
final class Queries {
  private static final Logger LOG = LoggerFactory.getLogger(Queries.class);

  private Queries() {}

  static Opening open(Connection connection, StreamId stream) throws SQLException {
    String epoch = Connections.text(connection, "SELECT epoch FROM journal");
    try (PreparedStatement find =
        connection.prepareStatement(
            "SELECT coalesce(max(seq), 0) FROM event"
                + " WHERE stream_id = (SELECT id FROM stream WHERE name = ?)")) {
      find.setString(1, stream.value());
      try (ResultSet row = find.executeQuery()) {
        long head = row.next() ? row.getLong(1) : 0;
        return new Opening(epoch, head, snapshot(connection, stream, head));
      }
    }
  }

  /// The newest snapshot that is intact. The events have all that is in it, so a damaged one is no
  /// reason to fail.
  private static @Nullable StreamSnapshot snapshot(
      Connection connection, StreamId stream, long head) {
    try (PreparedStatement find =
        connection.prepareStatement(
            "SELECT seq, state, checksum FROM snapshot"
                + " WHERE stream_id = (SELECT id FROM stream WHERE name = ?)"
                + " AND seq <= ? ORDER BY seq DESC")) {
      find.setString(1, stream.value());
      find.setLong(2, head);
      try (ResultSet rows = find.executeQuery()) {
        while (rows.next()) {
          String state = rows.getString(2);
          if (EventRows.checksum(state) == rows.getLong(3)) {
            return new StreamSnapshot(rows.getLong(1), state);
          }
          LOG.warn("{}: snapshot {} is damaged and left out", stream, rows.getLong(1));
        }
      }
    } catch (SQLException | RuntimeException failure) {
      LOG.warn("{}: snapshots cannot be read and are left out: {}", stream, failure.toString());
    }
    return null;
  }

  static Page read(Connection connection, StreamId stream, long after) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(EventRows.SELECT)) {
      select.setString(1, stream.value());
      select.setLong(2, after);
      select.setInt(3, Page.MAX_EVENTS + 1);
      try (ResultSet rows = select.executeQuery()) {
        return page(rows, Page.MAX_EVENTS);
      }
    }
  }

  static Page readBack(Connection connection, StreamId stream, Past past) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(EventRows.SELECT_BACK)) {
      select.setString(1, stream.value());
      select.setString(2, past.type());
      select.setLong(3, past.after());
      select.setLong(4, past.before());
      select.setInt(5, past.limit() + 1);
      try (ResultSet rows = select.executeQuery()) {
        Page backwards = page(rows, past.limit());
        return new Page(backwards.events().reversed(), backwards.more());
      }
    }
  }

  private static Page page(ResultSet rows, int limit) throws SQLException {
    List<JournalEvent> events = new ArrayList<>();
    long bytes = 0;
    while (rows.next()) {
      JournalEvent event = EventRows.read(rows);
      bytes += event.bytes();
      if (events.size() == limit || (!events.isEmpty() && bytes > Page.MAX_BYTES)) {
        return new Page(events, true);
      }
      events.add(event);
    }
    return new Page(events, false);
  }
}
