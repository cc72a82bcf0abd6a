package app.focusly.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Keeps a second process from writing to the same database, by a lock on a file beside it. The
/// operating system takes the lock away from a process that ends.
final class DatabaseLock implements AutoCloseable {
  private final FileChannel channel;

  private DatabaseLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws UnusableDatabaseException when another process has it
  static DatabaseLock of(Path database) {
    Path file = DatabaseFile.beside(database, ".lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new UnusableDatabaseException(
            "The database " + database + " is in use by another Focusly.");
      }
      return new DatabaseLock(channel);
    } catch (IOException e) {
      throw new UnusableDatabaseException("The file " + file + " cannot be locked: " + e, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ours) { // another store of this very process has it
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
