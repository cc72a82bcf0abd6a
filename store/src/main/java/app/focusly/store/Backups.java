package app.focusly.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Copies a database while it is in use, and puts a copy in its place.
public final class Backups {
  private static final String UNFINISHED = ".part";

  private Backups() {}

  /// Copies a database to a new file, as it is at one moment. A server may write to it meanwhile,
  /// in this process or another. The copy has been read back and is on the disk when this returns;
  /// until then it has another name.
  ///
  /// @throws BackupException when it cannot be done; then there is no new file
  public static void backUp(Path database, Path copy) {
    requireAbsent(copy);
    if (!DatabaseFile.exists(database)) {
      throw new BackupException("There is no database " + database + ".", null);
    }
    Path unfinished = DatabaseFile.beside(copy, UNFINISHED);
    try {
      Files.deleteIfExists(unfinished);
      try (Connection connection = Connections.reading(database)) {
        copy(connection, unfinished);
      }
      finish(unfinished, copy);
    } catch (SQLException | IOException | UnusableDatabaseException e) {
      discard(unfinished, e);
      throw new BackupException("The back-up " + copy + " could not be made: " + e, e);
    }
  }

  /// Puts a back-up in the place of a database, which must not be there any more, and gives it a
  /// new epoch: clients that have seen what came after the back-up then start over.
  ///
  /// @param epoch text that no other database has
  /// @throws BackupException when it cannot be done; then there is no new file
  public static void restore(Path copy, Path database, String epoch) {
    requireAbsent(database);
    requireAbsent(DatabaseFile.beside(database, "-wal"));
    Path unfinished = DatabaseFile.beside(database, UNFINISHED);
    try (DatabaseLock _ = DatabaseLock.of(database)) {
      DatabaseFile.checkThoroughly(copy);
      Files.copy(copy, unfinished, StandardCopyOption.REPLACE_EXISTING);
      renew(unfinished, epoch);
      finish(unfinished, database);
    } catch (SQLException | IOException | UnusableDatabaseException e) {
      discard(unfinished, e);
      throw new BackupException("The back-up " + copy + " could not be restored: " + e, e);
    }
  }

  private static void copy(Connection connection, Path to) throws SQLException {
    // VACUUM is not allowed by query_only, though it changes nothing here.
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = 0");
    }
    try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, to.toAbsolutePath().toString());
      vacuum.execute();
    }
  }

  private static void renew(Path file, String epoch) throws SQLException {
    try (Connection connection = Connections.writing(file);
        PreparedStatement update = connection.prepareStatement("UPDATE journal SET epoch = ?")) {
      update.setString(1, epoch);
      if (update.executeUpdate() != 1) {
        throw new SQLException("no epoch in it");
      }
    }
  }

  private static void finish(Path unfinished, Path file) throws IOException {
    DatabaseFile.checkThoroughly(unfinished);
    DatabaseFile.sync(unfinished);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    DatabaseFile.sync(DatabaseFile.folder(file));
  }

  private static void requireAbsent(Path file) {
    if (Files.exists(file)) {
      throw new BackupException("There is a file " + file + " already; move it away first.", null);
    }
  }

  private static void discard(Path unfinished, Exception failure) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
