package app.focusly.store;

import app.focusly.room.MemberId;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which streams there are, for whoever looks after those that nobody opens. Used from every
/// thread; who asks is answered on a thread of the store.
public final class StreamDirectory {
  /// The most streams that an answer names.
  public static final int PAGE = 100;

  private static final String DUE =
      "SELECT name FROM stream WHERE name > ? AND due BETWEEN ? AND ? ORDER BY name LIMIT " + PAGE;
  private static final String ALL =
      "SELECT name FROM stream WHERE name > ? ORDER BY name LIMIT " + PAGE;

  /// In the words of the indexes, so that they are used.
  private static final String NAMING =
      "SELECT stream_id FROM event WHERE json_extract(body, '$.memberId') = ?1 AND type IN"
          + " ('member-joined', 'member-admitted', 'member-removed', 'member-banned',"
          + " 'owner-added', 'owner-handed-over')"
          + " UNION SELECT stream_id FROM event WHERE json_extract(body, '$.owner') = ?1"
          + " AND type = 'room-created'"
          + " UNION SELECT stream_id FROM event WHERE type = 'owners-set' AND instr(body, ?2) > 0"
          + " UNION SELECT stream_id FROM event WHERE actor = ?1 AND type = 'chat-sent'"
          + " UNION SELECT stream_id FROM focus WHERE member_id = ?1"
          + " UNION SELECT stream_id FROM room_owner WHERE member_id = ?1";

  static final String STREAMS =
      "SELECT name FROM stream WHERE id IN ("
          + NAMING
          + ") AND name > ?3 ORDER BY name LIMIT "
          + PAGE;
  static final String COUNTS =
      "SELECT (SELECT count(*) FROM ("
          + NAMING
          + ")),"
          + " (SELECT count(*) FROM event WHERE actor = ?1 AND type = 'chat-sent')";
  static final String NAME =
      "SELECT json_extract(body, '$.name') FROM event WHERE json_extract(body, '$.memberId') = ?"
          + " AND type IN ('member-joined', 'member-admitted', 'member-removed', 'member-banned',"
          + " 'owner-added', 'owner-handed-over')"
          + " AND json_extract(body, '$.name') IS NOT NULL ORDER BY at DESC LIMIT 1";

  private static final String ERASURES =
      "SELECT member_id FROM erasure ORDER BY member_id LIMIT " + PAGE;

  private final JournalReaders readers;
  private final JournalWriter writer;

  StreamDirectory(JournalReaders readers, JournalWriter writer) {
    this.readers = readers;
    this.writer = writer;
  }

  /// The streams that somebody has to look after at a time between two, by their names.
  ///
  /// @param after the name before the first that is wanted; empty for all
  public void due(Instant from, Instant to, String after, Consumer<Read<List<StreamId>>> answer) {
    readers.read(
        connection ->
            streams(
                connection,
                DUE,
                select -> {
                  select.setString(1, after);
                  select.setLong(2, from.toEpochMilli());
                  select.setLong(3, to.toEpochMilli());
                }),
        answer);
  }

  /// All streams, by their names.
  ///
  /// @param after the name before the first that is wanted; empty for all
  public void all(String after, Consumer<Read<List<StreamId>>> answer) {
    readers.read(
        connection -> streams(connection, ALL, select -> select.setString(1, after)), answer);
  }

  /// The streams that know of a member, by their names.
  ///
  /// @param after the name before the first that is wanted; empty for all
  public void of(MemberId memberId, String after, Consumer<Read<List<StreamId>>> answer) {
    readers.read(
        connection ->
            streams(
                connection,
                STREAMS,
                select -> {
                  bind(select, memberId);
                  select.setString(3, after);
                }),
        answer);
  }

  /// What is kept of a member.
  public void kept(MemberId memberId, Consumer<Read<Kept>> answer) {
    readers.read(connection -> kept(connection, memberId), answer);
  }

  private static Kept kept(Connection connection, MemberId memberId) throws SQLException {
    try (PreparedStatement counts = connection.prepareStatement(COUNTS)) {
      bind(counts, memberId);
      try (ResultSet row = counts.executeQuery()) {
        row.next();
        return new Kept(name(connection, memberId), row.getLong(1), row.getLong(2));
      }
    }
  }

  private static @Nullable String name(Connection connection, MemberId memberId)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NAME)) {
      select.setString(1, memberId.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  private static void bind(PreparedStatement select, MemberId memberId) throws SQLException {
    select.setString(1, memberId.value());
    select.setString(2, '"' + memberId.value() + '"');
  }

  /// How long events were kept when all streams were last gone through; zero for ever, and negative
  /// when they never were.
  public void keep(Consumer<Read<Duration>> answer) {
    readers.read(
        connection ->
            Duration.ofMillis(
                Long.parseLong(Connections.text(connection, "SELECT keep FROM journal"))),
        answer);
  }

  /// All streams have been gone through with this.
  public CompletableFuture<Boolean> setKeep(Duration keep) {
    return writer.call(connection -> {
      connection.setKeep(keep.toMillis());
      return true;
    });
  }

  /// The server runs, and somebody is in a room.
  public CompletableFuture<Boolean> markAlive(Instant now) {
    return writer.call(connection -> {
      connection.setAlive(now.toEpochMilli());
      return true;
    });
  }

  /// A member wants to be forgotten: so that it is done however the server ends.
  public CompletableFuture<Boolean> beginErasure(MemberId memberId) {
    return writer.call(connection -> {
      connection.beginErasure(memberId.value());
      return true;
    });
  }

  /// A member has been forgotten in every room. The streams that they alone see are removed with
  /// it.
  public CompletableFuture<Boolean> endErasure(MemberId memberId) {
    return writer.remove(connection -> {
      connection.endErasure(memberId.value());
      return true;
    });
  }

  /// Members who want to be forgotten and are not yet everywhere; of many, the first ones.
  public void erasures(Consumer<Read<List<MemberId>>> answer) {
    readers.read(StreamDirectory::erasures, answer);
  }

  private static List<MemberId> erasures(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ERASURES);
        ResultSet rows = select.executeQuery()) {
      var members = new ArrayList<MemberId>();
      while (rows.next()) {
        members.add(new MemberId(rows.getString(1)));
      }
      return members;
    }
  }

  private interface Binding {
    void to(PreparedStatement select) throws SQLException;
  }

  private static List<StreamId> streams(Connection connection, String sql, Binding binding)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      binding.to(select);
      var streams = new ArrayList<StreamId>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          streams.add(new StreamId(rows.getString(1)));
        }
      }
      return streams;
    }
  }
}
