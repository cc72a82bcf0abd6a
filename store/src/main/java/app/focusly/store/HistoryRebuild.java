package app.focusly.store;

import app.focusly.room.history.SessionLog;
import app.focusly.room.journal.JournalEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Fills the tables of rooms, sessions and focus from the events that were there before them.
final class HistoryRebuild {
  private static final JsonMapper JSON = new JsonMapper();

  private HistoryRebuild() {}

  /// Reads all rooms, as part of the connection's transaction.
  static void run(Connection connection) throws SQLException {
    var tables = new HistoryTables(connection);
    for (Map.Entry<Long, String> room : rooms(connection).entrySet()) {
      try (PreparedStatement select = connection.prepareStatement(EventRows.SELECT)) {
        select.setString(1, room.getValue());
        select.setLong(2, 0);
        select.setInt(3, Integer.MAX_VALUE);
        try (ResultSet events = select.executeQuery()) {
          follow(events, tables, room.getKey());
        }
      }
    }
  }

  private static Map<Long, String> rooms(Connection connection) throws SQLException {
    var rooms = new LinkedHashMap<Long, String>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT id, name FROM stream WHERE name LIKE 'room:%'");
        ResultSet found = select.executeQuery()) {
      while (found.next()) {
        rooms.put(found.getLong(1), found.getString(2));
      }
    }
    return rooms;
  }

  private static void follow(ResultSet events, HistoryTables tables, long stream)
      throws SQLException {
    var log = new SessionLog();
    while (events.next()) {
      JournalEvent event = EventRows.read(events);
      try {
        tables.write(stream, log.follow(event, JSON.readTree(event.body())));
      } catch (JsonProcessingException e) {
        throw new SQLException("event " + event.seq() + " has no readable body", e);
      }
    }
  }
}
