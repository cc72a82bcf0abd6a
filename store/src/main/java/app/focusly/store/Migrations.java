package app.focusly.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Brings a database's tables to what this program expects, by numbered SQL files, each in a
/// transaction and once; those from the history on in one, which also fills its tables.
///
/// A file that was released never changes. In a file a statement ends with `;` at a line's end.
final class Migrations {
  static final Migrations OURS =
      new Migrations(
          List.of(
              "001-journal",
              "002-read-back",
              "003-keeping",
              "004-erasures",
              "005-sessions",
              "006-notes",
              "007-session-notes",
              "008-notes-due"));

  /// Has the first tables of what follows from the events. They are filled when those of all later
  /// files are there too, as what is read may be written to any of them.
  private static final String HISTORY = "005-sessions";

  private final List<String> names;

  /// @param names in order; the first one's version is 1
  Migrations(List<String> names) {
    this.names = List.copyOf(names);
  }

  /// The version that this program expects.
  int version() {
    return names.size();
  }

  /// Carries out what is missing.
  ///
  /// @throws UnusableDatabaseException when the database is of a newer program
  void migrate(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS migration (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT"
              + " NULL)");
      int applied = Integer.parseInt(version(connection));
      if (applied > names.size()) {
        throw newer(applied);
      }
      int history = names.indexOf(HISTORY);
      boolean fills = history >= applied;
      for (int i = applied; i < names.size(); i++) {
        if (!fills || i <= history) {
          connection.commit();
        }
        apply(connection, statement, i + 1, names.get(i));
      }
      if (fills) {
        HistoryRebuild.run(connection);
      }
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static void apply(Connection connection, Statement statement, int version, String name)
      throws SQLException {
    for (String sql : sql(name).split(";\\s*\\n", -1)) {
      if (!sql.isBlank()) {
        statement.execute(sql);
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO migration (version, name) VALUES (?, ?)")) {
      insert.setInt(1, version);
      insert.setString(2, name);
      insert.executeUpdate();
    }
  }

  /// Says whether a program that expects these tables can read the database as it is.
  ///
  /// @throws UnusableDatabaseException when the database is of a newer program
  void check(Connection connection) throws SQLException {
    int applied = Integer.parseInt(version(connection));
    if (applied > names.size()) {
      throw newer(applied);
    }
  }

  private static String version(Connection connection) throws SQLException {
    return Connections.text(connection, "SELECT coalesce(max(version), 0) FROM migration");
  }

  private UnusableDatabaseException newer(int applied) {
    return new UnusableDatabaseException(
        "The database is of a newer Focusly: its tables have version %d, this one knows %d."
            .formatted(applied, names.size()));
  }

  private static String sql(String name) {
    try (InputStream file = Migrations.class.getResourceAsStream("migrations/" + name + ".sql")) {
      if (file == null) {
        throw new IllegalStateException("no migration " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
