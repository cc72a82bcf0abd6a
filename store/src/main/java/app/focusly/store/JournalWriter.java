package app.focusly.store;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.AppendResult.Cause;
import app.focusly.room.journal.Redaction;
import app.focusly.store.AppendQueue.Entry;
import app.focusly.store.AppendQueue.Events;
import app.focusly.store.AppendQueue.Job;
import app.focusly.store.AppendQueue.NoteUpdates;
import app.focusly.store.AppendQueue.Task;
import app.focusly.store.AppendQueue.Write;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The one thread that writes. While it waits for the disk the next appends gather, and go into the
/// next transaction together: many writers cost hardly more than one.
///
/// It is a platform thread, as the database's native code would hold a virtual thread's carrier.
/// Who appends may be on any thread, and is answered on this one.
final class JournalWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);

  /// After a redaction the old text is still in the log; it goes when nobody has written for so
  /// long,
  static final Duration IDLE = Duration.ofSeconds(1);

  /// or after so many transactions.
  private static final int TRANSACTIONS_BEFORE_SCRUBBING = 256;

  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(30);

  /// A task of the writer's thread.
  interface Work<T> {
    T with(WriteConnection connection) throws SQLException;
  }

  private final Path file;
  private final AppendQueue queue;
  private final IntConsumer committed;
  private final Thread thread;
  private @Nullable WriteConnection connection;
  private boolean redacted;

  /// Nothing could be stored the last time that it was tried.
  private volatile boolean failing;

  private int transactionsSinceRedaction;

  /// @param committed hears how many appends each transaction had
  JournalWriter(Path file, StoreLimits limits, IntConsumer committed) throws SQLException {
    this.file = file;
    this.committed = committed;
    queue = new AppendQueue(limits);
    connection = new WriteConnection(file);
    thread = Thread.ofPlatform().name("journal-writer").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void append(Append append, Consumer<AppendResult> answer) {
    offer(new Entry(new Events(append), append.bytes(), answer));
  }

  void append(NoteUpdates updates, Consumer<AppendResult> answer) {
    long bytes = updates.updates().stream().mapToLong(update -> update.length).sum();
    offer(new Entry(updates, bytes, answer));
  }

  private void offer(Entry entry) {
    if (!queue.offer(entry)) {
      answer(
          entry,
          queue.isClosed()
              ? ENDED
              : new AppendResult.NotAppended(Cause.BUSY, "too many appends wait"));
    }
  }

  /// Does something between two transactions.
  <T> CompletableFuture<T> call(Work<T> work) {
    var result = new CompletableFuture<T>();
    boolean taken =
        queue.offer(
            new Task(() -> {
              try {
                result.complete(work.with(connection()));
              } catch (SQLException | RuntimeException e) {
                discardConnection();
                result.completeExceptionally(e);
              } finally {
                result.completeExceptionally(new IllegalStateException("the writer has ended"));
              }
            }));
    if (!taken) {
      result.completeExceptionally(new IllegalStateException("the store is closed"));
    }
    return result;
  }

  /// The same for what removes text, which goes out of the log as after a redaction.
  <T> CompletableFuture<T> remove(Work<T> work) {
    return call(connection -> {
      T result = work.with(connection);
      redacted = true;
      return result;
    });
  }

  private void run() {
    try {
      while (!queue.isDrained()) {
        List<Job> jobs = queue.take(IDLE);
        if (jobs.isEmpty()) {
          scrub();
          tryAgain();
        } else if (jobs.getFirst() instanceof Task(Runnable task)) {
          task.run();
        } else {
          commit(jobs.stream().map(Entry.class::cast).toList());
        }
      }
    } catch (InterruptedException nobodyInterruptsIt) {
      Thread.currentThread().interrupt();
    } finally {
      discardConnection();
      giveUp();
    }
  }

  /// Answers who still waits, should this thread ever die of an error.
  private void giveUp() {
    queue.close();
    failing = true;
    while (!queue.isDrained()) {
      for (Job job : queue.takeNow()) {
        if (job instanceof Entry entry) {
          answer(entry, ENDED);
        }
      }
    }
  }

  private void commit(List<Entry> entries) {
    List<Boolean> written;
    try {
      written = connection().commit(entries.stream().map(Entry::write).toList());
    } catch (SQLException | RuntimeException failure) { // a full disk, for example
      discardConnection();
      failed(entries, failure);
      return;
    } catch (Error ending) { // such as one for want of memory
      entries.forEach(entry -> answer(entry, ENDED));
      throw ending;
    }
    failing = false;
    committed.accept(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      answer(entries.get(i), written.get(i) ? new AppendResult.Appended() : CONFLICT);
    }
    scrubAfter(entries);
  }

  private static final AppendResult CONFLICT =
      new AppendResult.NotAppended(Cause.CONFLICT, "the stream has moved on");

  private static final AppendResult ENDED =
      new AppendResult.NotAppended(Cause.FAILED, "the writer has ended");

  /// One append that the database rejects for itself must not take others with it.
  private void failed(List<Entry> entries, Exception failure) {
    if (entries.size() > 1 && isAboutItsContent(failure)) {
      entries.forEach(entry -> commit(List.of(entry)));
      return;
    }
    failing = !isAboutItsContent(failure);
    LOG.warn("{} appends could not be stored: {}", entries.size(), failure.toString());
    var result = new AppendResult.NotAppended(Cause.FAILED, failure.toString());
    entries.forEach(entry -> answer(entry, result));
  }

  private static boolean isAboutItsContent(Exception failure) {
    if (!(failure instanceof SQLiteException sqlite)) {
      return failure instanceof RuntimeException;
    }
    int primary = sqlite.getResultCode().code & 0xFF; // the rest of an extended code is detail
    return primary == SQLiteErrorCode.SQLITE_CONSTRAINT.code
        || primary == SQLiteErrorCode.SQLITE_TOOBIG.code
        || primary == SQLiteErrorCode.SQLITE_MISMATCH.code;
  }

  private static void answer(Entry entry, AppendResult result) {
    try {
      entry.answer().accept(result);
    } catch (RuntimeException failure) { // the others are answered all the same
      LOG.error("whoever appended failed at the answer", failure);
    }
  }

  private void scrubAfter(List<Entry> entries) {
    redacted |= entries.stream().map(Entry::write).anyMatch(JournalWriter::overwrites);
    if (redacted && ++transactionsSinceRedaction >= TRANSACTIONS_BEFORE_SCRUBBING) {
      scrub();
    }
  }

  private static boolean overwrites(Write write) {
    return write instanceof Events(Append append)
        && append.redactions().stream().anyMatch(Redaction::voidsSnapshots);
  }

  /// Whether appends are likely to be stored.
  boolean isWorking() {
    return !failing;
  }

  /// While nobody appends, nobody else would notice that there is room again.
  private void tryAgain() {
    if (!failing) {
      return;
    }
    try {
      connection().touch();
      failing = false;
      LOG.info("The journal can be written again");
    } catch (SQLException expected) { // as before
      LOG.debug("The journal still cannot be written: {}", expected.toString());
      discardConnection();
    }
  }

  /// Takes redacted text out of the log.
  private void scrub() {
    if (!redacted) {
      return;
    }
    transactionsSinceRedaction = 0;
    try {
      redacted = !connection().emptyLog();
    } catch (SQLException e) {
      LOG.warn(
          "The log could not be emptied after a redaction; it is tried again: {}", e.toString());
      discardConnection();
    }
  }

  private WriteConnection connection() throws SQLException {
    WriteConnection current = connection;
    if (current == null) {
      current = new WriteConnection(file);
      connection = current;
    }
    return current;
  }

  private void discardConnection() {
    WriteConnection current = connection;
    connection = null;
    if (current != null) {
      try {
        current.close();
      } catch (SQLException e) {
        LOG.warn("A connection could not be closed: {}", e.toString());
      }
    }
  }

  /// Writes what waits, and ends.
  @Override
  public void close() {
    queue.close();
    try {
      if (!thread.join(PATIENCE_AT_CLOSE)) {
        LOG.error("The journal did not end within {}", PATIENCE_AT_CLOSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
