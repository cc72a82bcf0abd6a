package app.focusly.server.note;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// How much memory the updates take that wait to be stored, in one note or in all together. Used
/// from every loop.
final class WaitingBytes {
  /// Some of the largest updates. They are stored together, so the next are not far.
  static final long MOST_OF_NOTE = 8L * 1024 * 1024;

  static final long MOST_OF_ALL = 64L * 1024 * 1024;

  private final long most;
  private final @Nullable WaitingBytes all;
  private final AtomicLong taken = new AtomicLong();

  private WaitingBytes(long most, @Nullable WaitingBytes all) {
    this.most = most;
    this.all = all;
  }

  static WaitingBytes ofAll() {
    return new WaitingBytes(MOST_OF_ALL, null);
  }

  /// For one more note.
  WaitingBytes ofNote() {
    return new WaitingBytes(MOST_OF_NOTE, this);
  }

  /// Takes memory for an update, unless there is none left in the note or in all together.
  boolean take(long bytes) {
    boolean fits = taken.addAndGet(bytes) <= most && (all == null || all.take(bytes));
    if (!fits) {
      taken.addAndGet(-bytes);
    }
    return fits;
  }

  /// Gives back what was taken.
  void giveBack(long bytes) {
    taken.addAndGet(-bytes);
    if (all != null) {
      all.giveBack(bytes);
    }
  }
}
