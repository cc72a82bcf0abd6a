package app.focusly.store;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.note.NoteLog;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// What waits for the writer, bounded. Used by any thread; one takes.
final class AppendQueue {

  /// Something for the writer to do.
  sealed interface Job {}

  /// What goes into a transaction with others.
  sealed interface Write {}

  /// Events of a stream.
  record Events(Append append) implements Write {}

  /// Updates of a note.
  record NoteUpdates(NoteLog.Id note, long after, List<byte[]> updates) implements Write {
    NoteUpdates {
      updates = List.copyOf(updates);
    }
  }

  /// Something to write, and who hears what came of it.
  record Entry(Write write, long bytes, Consumer<AppendResult> answer) implements Job {}

  /// Something else, done between two transactions.
  record Task(Runnable task) implements Job {}

  private final StoreLimits limits;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Job> jobs = new ArrayDeque<>();
  private int appends;
  private long bytes;
  private boolean closed;

  AppendQueue(StoreLimits limits) {
    this.limits = limits;
  }

  /// Adds an append, unless there are too many, or no more are taken.
  boolean offer(Entry entry) {
    lock.lock();
    try {
      boolean fits = appends < limits.queuedAppends() && bytes + entry.bytes() <= room();
      if (closed || !fits) {
        return false;
      }
      appends++;
      bytes += entry.bytes();
      jobs.add(entry);
      changed.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Adds a task; they are few, and their askers wait.
  boolean offer(Task task) {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      jobs.add(task);
      changed.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// A single append larger than the bound is taken into an empty queue.
  private long room() {
    return appends == 0 ? Long.MAX_VALUE : limits.queuedBytes();
  }

  /// Waits for something to do: as many appends as one transaction takes, or one task. Nothing when
  /// the time is over, or all is done and no more comes.
  List<Job> take(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long nanos = patience.toNanos();
      while (jobs.isEmpty() && !closed && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return batch();
    } finally {
      lock.unlock();
    }
  }

  /// The same without waiting.
  List<Job> takeNow() {
    lock.lock();
    try {
      return batch();
    } finally {
      lock.unlock();
    }
  }

  private List<Job> batch() {
    var batch = new ArrayList<Job>();
    long taken = 0;
    while (jobs.peekFirst() instanceof Entry entry
        && batch.size() < limits.batchAppends()
        && (batch.isEmpty() || taken + entry.bytes() <= limits.batchBytes())) {
      batch.add(jobs.removeFirst());
      taken += entry.bytes();
    }
    appends -= batch.size();
    bytes -= taken;
    if (batch.isEmpty() && !jobs.isEmpty()) {
      batch.add(jobs.removeFirst());
    }
    return batch;
  }

  /// Takes no more; what is in it is still handed out.
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Whether no more are taken.
  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /// Whether all is done and no more comes.
  boolean isDrained() {
    lock.lock();
    try {
      return closed && jobs.isEmpty();
    } finally {
      lock.unlock();
    }
  }
}
