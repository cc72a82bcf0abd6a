package app.focusly.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteOpenMode;

/// Opens connections to a database file. There is one that writes; any number may read meanwhile.
final class Connections {
  /// Checkpoints and readers in other processes, such as a back-up, hold locks for moments.
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int CACHE_KIBIBYTES = 16 * 1024;
  private static final int WAL_LIMIT_BYTES = 64 * 1024 * 1024;

  /// The log's length, in pages of 4 KiB, at which it is brought into the database. Two hundred
  /// busy rooms change some four hundred pages a transaction, mostly the same ones: with SQLite's
  /// own 1,000 each was copied after every third, which took a fifth of a command's time.
  private static final int CHECKPOINT_PAGES = 4_000;

  private Connections() {}

  /// The connection that writes: each commit returns when it is on the disk, and what is deleted is
  /// overwritten.
  static Connection writing(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    config.setJournalSizeLimit(WAL_LIMIT_BYTES);
    config.setCacheSize(-CACHE_KIBIBYTES);
    Connection connection = open(file, config);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
    }
    return connection;
  }

  /// A connection that only reads, beside the one that writes.
  static Connection reading(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setCacheSize(-CACHE_KIBIBYTES);
    Connection connection = open(file, config);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = 1");
    }
    return connection;
  }

  /// A connection that cannot change the file, not even by closing.
  static Connection inspecting(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    return open(file, config);
  }

  /// How long a connection waits for others.
  static void setPatience(Connection connection, Duration patience) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + patience.toMillis());
    }
  }

  /// The single text that a query comes to.
  static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      if (!rows.next()) {
        throw new SQLException("no row: " + sql);
      }
      return rows.getString(1);
    }
  }

  private static Connection open(Path file, SQLiteConfig config) throws SQLException {
    config.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
    Properties properties = config.toProperties();
    return JDBC.createConnection(JDBC.PREFIX + file.toAbsolutePath(), properties);
  }
}
