package app.focusly.server.note;

import app.focusly.server.websocket.Loop;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The few threads on which large notes are merged and compared, so that no event loop waits for
/// it. Used from every loop.
public final class NoteWorkers implements AutoCloseable {
  static final int THREADS = 2;

  /// The most pieces of work that wait: a note has one at a time.
  private static final int WAITING = 2_048;

  private static final int CLOSE_SECONDS = 10;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().name("notes-", 1).daemon().factory());

  /// What came of a piece of work.
  sealed interface Result<T> {
    /// It was done.
    record Done<T>(T value) implements Result<T> {}

    /// It was not: it failed, or too much waits.
    record Failed<T>(RuntimeException failure) implements Result<T> {}
  }

  /// Does something, and tells the loop.
  ///
  /// @param to hears of it once, on the loop, later or at once
  <T> void run(Loop loop, Callable<T> work, Consumer<Result<T>> to) {
    try {
      threads.execute(() -> {
        Result<T> result = new Result.Failed<>(new IllegalStateException("the work was cut off"));
        try {
          result = new Result.Done<>(work.call());
        } catch (RuntimeException failure) {
          result = new Result.Failed<>(failure);
        } catch (Exception failure) {
          result = new Result.Failed<>(new IllegalStateException(failure));
        } finally { // also after an error, such as one for want of memory
          Result<T> end = result;
          loop.run(() -> to.accept(end));
        }
      });
    } catch (RejectedExecutionException full) {
      to.accept(new Result.Failed<>(full));
    }
  }

  /// Ends when what is under way is done.
  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
