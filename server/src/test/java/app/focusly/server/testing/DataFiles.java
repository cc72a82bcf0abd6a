package app.focusly.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What lies in a server's data folder, as somebody would find it who has the disk.
public record DataFiles(Path folder) {
  private static final String DATABASE = "focusly.db";

  /// The bodies of all events.
  public List<String> bodies() {
    try (Connection connection = connection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT body FROM event ORDER BY stream_id, seq")) {
      var bodies = new ArrayList<String>();
      while (rows.next()) {
        bodies.add(rows.getString(1));
      }
      return bodies;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /// When a server was last noted to run, in epoch ms.
  public long aliveAt() {
    return number("SELECT alive_at FROM journal");
  }

  /// How many want to be forgotten and are not yet.
  public long erasures() {
    return number("SELECT count(*) FROM erasure");
  }

  /// How many notes are on the records of sessions.
  public long notesOnRecord() {
    return number("SELECT count(*) FROM session_note");
  }

  /// How many sessions have ended without all their notes on record.
  public long notesDue() {
    return number("SELECT count(*) FROM notes_due");
  }

  private long number(String sql) {
    try (Connection connection = connection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /// Writes the database anew, as an operator may do while the server is not running.
  public void compact() {
    change("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM");
  }

  /// Changes the database while the server is not running.
  public void change(String... statements) {
    try (Connection connection = connection();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /// Copies the files to another folder, which is made, as they are now.
  public void copyTo(Path other) {
    try (var all = Files.list(folder)) {
      Files.createDirectories(other);
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Files.copy(file, other.resolve(folder.relativize(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The files whose bytes hold a text.
  public List<String> holding(String text) {
    try (var files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> content(file).contains(text))
          .map(file -> file.getFileName().toString())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String content(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(DATABASE));
  }
}
