package app.focusly.store;

import app.focusly.room.journal.Read;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The few threads that read, each with a connection while it does. They are platform threads, as
/// the database's native code would hold a virtual thread's carrier. Who reads may be on any
/// thread, and is answered on one of these.
final class JournalReaders implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JournalReaders.class);
  private static final int CLOSE_SECONDS = 10;

  /// Reads something.
  interface Query<T> {
    T with(Connection connection) throws SQLException;
  }

  private final Path file;
  private final ThreadPoolExecutor threads;
  private final BlockingQueue<Connection> idle =
      new LinkedBlockingQueue<>(); // one a thread at most

  JournalReaders(Path file, StoreLimits limits) {
    this.file = file;
    threads =
        new ThreadPoolExecutor(
            limits.readers(),
            limits.readers(),
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(limits.queuedReads()),
            Thread.ofPlatform().name("journal-reader-", 1).factory());
  }

  <T> void read(Query<T> query, Consumer<Read<T>> answer) {
    try {
      threads.execute(() -> {
        Read<T> result = new Read.Unavailable<>("the reader failed");
        try {
          result = read(query);
        } finally { // also after an error, such as one for want of memory
          answer(result, answer);
        }
      });
    } catch (RejectedExecutionException fullOrClosed) {
      answer.accept(
          new Read.Unavailable<>(
              threads.isShutdown() ? "the store is closed" : "too many reads wait"));
    }
  }

  private <T> Read<T> read(Query<T> query) {
    Connection connection = null;
    try {
      connection = connection();
      T value = query.with(connection);
      idle.add(connection);
      return new Read.Found<>(value);
    } catch (SQLException | RuntimeException failure) { // a damaged page, for example
      LOG.warn("The journal could not be read: {}", failure.toString());
      close(connection);
      return new Read.Unavailable<>(failure.toString());
    }
  }

  private Connection connection() throws SQLException {
    Connection connection = idle.poll();
    return connection == null ? Connections.reading(file) : connection;
  }

  private static <T> void answer(Read<T> result, Consumer<Read<T>> answer) {
    try {
      answer.accept(result);
    } catch (RuntimeException failure) { // the thread lives on for the others
      LOG.error("Whoever read failed at the answer", failure);
    }
  }

  private static void close(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        LOG.warn("A connection could not be closed: {}", e.toString());
      }
    }
  }

  /// Answers who waits, and ends.
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.error("Reads of the journal did not end within {} s", CLOSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    idle.forEach(JournalReaders::close);
  }
}
