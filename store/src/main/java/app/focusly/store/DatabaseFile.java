package app.focusly.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks at a database file before anything writes to it.
final class DatabaseFile {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  /// Reading every page takes about 3 ms a megabyte, so only a file up to this size is read as a
  /// whole at each start; `Backups` does so for any size.
  static final long CHECKED_BYTES = 16L * 1024 * 1024;

  private DatabaseFile() {}

  /// Whether there is a database yet.
  static boolean exists(Path file) {
    return size(file) > 0;
  }

  /// Reads what can be read without much time.
  ///
  /// @throws UnusableDatabaseException when it is damaged, or of a newer program
  static void check(Path file) {
    check(file, size(file) <= CHECKED_BYTES ? "PRAGMA quick_check(1)" : "PRAGMA schema_version");
  }

  /// Reads all of it.
  ///
  /// @throws UnusableDatabaseException when it is damaged, or of a newer program
  static void checkThoroughly(Path file) {
    check(file, "PRAGMA integrity_check(1)");
  }

  private static void check(Path file, String pragma) {
    if (!hasMagic(file)) {
      throw damaged(file, "it is no SQLite database", null);
    }
    List<Path> made =
        Stream.of("-shm", "-wal")
            .map(suffix -> beside(file, suffix))
            .filter(path -> !Files.exists(path))
            .toList();
    try (Connection connection = Connections.inspecting(file)) {
      String found = Connections.text(connection, pragma);
      if (pragma.contains("_check") && !found.equals("ok")) {
        throw damaged(file, found.lines().findFirst().orElse(found), null);
      }
      Migrations.OURS.check(connection);
    } catch (SQLException e) {
      throw damaged(file, Objects.requireNonNullElse(e.getMessage(), "unreadable"), e);
    } finally {
      made.forEach(DatabaseFile::remove); // reading alone makes them, without content of worth
    }
  }

  /// Makes what was written to a file or folder last.
  static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// The folder that a file is in.
  static Path folder(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
  }

  /// The file of that name with something appended to it.
  static Path beside(Path file, String suffix) {
    return file.resolveSibling(Objects.requireNonNull(file.getFileName()) + suffix);
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UnusableDatabaseException damaged(
      Path file, String why, @Nullable SQLException cause) {
    return new UnusableDatabaseException(
        "The database %s is damaged (%s). Nothing was changed; restore a back-up."
            .formatted(file, why.replace('\n', ' ')),
        cause);
  }

  private static boolean hasMagic(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    } catch (IOException e) {
      throw new UnusableDatabaseException("The database " + file + " cannot be read: " + e, e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UnusableDatabaseException("The database " + file + " cannot be read: " + e, e);
    }
  }
}
