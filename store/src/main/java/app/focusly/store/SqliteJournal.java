package app.focusly.store;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.Journal;
import app.focusly.room.journal.Opening;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.Past;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import app.focusly.room.note.NoteLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// A journal in a SQLite database. One writes: this object, by its writer's thread; a second
/// process is kept out by a lock.
public final class SqliteJournal implements Journal, AutoCloseable {
  private final DatabaseLock lock;
  private final JournalWriter writer;
  private final JournalReaders readers;
  private final Instant aliveBefore;

  private SqliteJournal(
      DatabaseLock lock, JournalWriter writer, JournalReaders readers, Instant aliveBefore) {
    this.lock = lock;
    this.writer = writer;
    this.readers = readers;
    this.aliveBefore = aliveBefore;
  }

  /// Opens a database, and makes it when there is none.
  ///
  /// @param epochs gives the epoch of a new one: text that no other database has
  /// @throws UnusableDatabaseException when it is damaged, of a newer program, or in use
  public static SqliteJournal open(Path file, StoreLimits limits, Supplier<String> epochs) {
    return open(file, limits, epochs, _ -> {});
  }

  /// The same.
  ///
  /// @param committed hears how many appends each transaction had, on the writer's thread
  public static SqliteJournal open(
      Path file, StoreLimits limits, Supplier<String> epochs, IntConsumer committed) {
    DatabaseLock lock = lock(file);
    try {
      if (DatabaseFile.exists(file)) {
        DatabaseFile.check(file);
      }
      Instant aliveBefore = prepare(file, epochs);
      var writer = new JournalWriter(file, limits, committed);
      var journal = new SqliteJournal(lock, writer, new JournalReaders(file, limits), aliveBefore);
      writer.start();
      return journal;
    } catch (SQLException | IOException e) {
      lock.close();
      throw new UnusableDatabaseException("The database " + file + " cannot be opened: " + e, e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static DatabaseLock lock(Path file) {
    try {
      Files.createDirectories(DatabaseFile.folder(file));
    } catch (IOException e) {
      throw new UnusableDatabaseException("The folder of " + file + " cannot be made: " + e, e);
    }
    return DatabaseLock.of(file);
  }

  private static Instant prepare(Path file, Supplier<String> epochs)
      throws SQLException, IOException {
    Instant aliveBefore;
    try (Connection connection = Connections.writing(file)) {
      Migrations.OURS.migrate(connection);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO journal (one, epoch) VALUES (1, ?) ON CONFLICT (one) DO NOTHING")) {
        insert.setString(1, epochs.get());
        insert.executeUpdate();
      }
      String alive = Connections.text(connection, "SELECT alive_at FROM journal");
      aliveBefore = Instant.ofEpochMilli(Long.parseLong(alive));
    }
    DatabaseFile.sync(DatabaseFile.folder(file)); // the names of new files
    return aliveBefore;
  }

  @Override
  public void append(Append append, Consumer<AppendResult> answer) {
    writer.append(append, answer);
  }

  @Override
  public void open(StreamId stream, Consumer<Read<Opening>> answer) {
    readers.read(connection -> Queries.open(connection, stream), answer);
  }

  @Override
  public void read(StreamId stream, long after, Consumer<Read<Page>> answer) {
    readers.read(connection -> Queries.read(connection, stream, after), answer);
  }

  @Override
  public void readBack(StreamId stream, Past past, Consumer<Read<Page>> answer) {
    readers.read(connection -> Queries.readBack(connection, stream, past), answer);
  }

  /// When a server before this one was last known to run; the epoch when none was.
  public Instant aliveBefore() {
    return aliveBefore;
  }

  /// Which streams there are.
  public StreamDirectory directory() {
    return new StreamDirectory(readers, writer);
  }

  /// Which sessions there were.
  public SessionDirectory sessions() {
    return new SessionDirectory(readers, writer);
  }

  /// What is written in notes.
  public NoteLog notes() {
    return new SqliteNoteLog(readers, writer);
  }

  /// Empties the write-ahead log, in which redacted text may still be; this happens by itself soon
  /// after a redaction.
  ///
  /// @return whether it is empty; not so while somebody reads
  public CompletableFuture<Boolean> emptyLog() {
    return writer.call(WriteConnection::emptyLog);
  }

  /// Whether what is appended is likely to be stored: not so after an append that failed, until one
  /// succeeds. It is tried each second while nobody appends. Read from any thread.
  public boolean isWorking() {
    return writer.isWorking();
  }

  /// What a pragma is on the connection that writes.
  CompletableFuture<String> pragma(String name) {
    return call(connection -> connection.pragma(name));
  }

  /// Does something between two transactions.
  <T> CompletableFuture<T> call(JournalWriter.Work<T> work) {
    return writer.call(work);
  }

  /// Writes what waits, answers all, and ends.
  @Override
  public void close() {
    writer.close();
    readers.close();
    lock.close();
  }
}
