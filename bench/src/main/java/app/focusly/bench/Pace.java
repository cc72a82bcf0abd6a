package app.focusly.bench;

import java.time.Duration;

/// How long a measurement takes.
///
/// @param warmUp work that does not count, until compilers have done theirs
/// @param window work that counts
/// @param scale by which numbers of clients are divided where they are large
public record Pace(Duration warmUp, Duration window, int scale) {
  /// Windows of many hundred of the 10 ms steps in which the system counts processor time.
  static final Pace FULL = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(8), 1);

  /// To see that all is in place; its figures mean nothing.
  static final Pace QUICK = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(2), 10);
}
