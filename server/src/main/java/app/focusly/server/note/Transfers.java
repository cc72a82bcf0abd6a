package app.focusly.server.note;

import java.util.concurrent.atomic.AtomicLong;

/// How much memory the updates take that are on their way in parts, of all connections together.
/// Used from every loop.
public final class Transfers {
  /// Some dozens of the largest.
  static final long MOST = 64L * 1024 * 1024;

  private final AtomicLong taken = new AtomicLong();

  /// Takes memory for a transfer, unless there is none left.
  boolean take(long bytes) {
    return taken.addAndGet(bytes) <= MOST || giveBack(bytes);
  }

  /// Gives it back.
  ///
  /// @return false
  boolean giveBack(long bytes) {
    taken.addAndGet(-bytes);
    return false;
  }

  /// What is taken now.
  public long bytes() {
    return taken.get();
  }
}
