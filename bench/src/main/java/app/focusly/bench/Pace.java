package app.focusly.bench;

import java.time.Duration;

/// How long a measurement takes. Told in processor time of the server where it works all the time,
/// so that a busy machine makes a measurement longer and not worse; with a limit in time.
///
/// @param warmUp work that does not count, until compilers have done theirs
/// @param window work that counts
/// @param longest neither takes longer than this
/// @param scale by which numbers of clients are divided where they are large
public record Pace(Duration warmUp, Duration window, Duration longest, int scale) {
  /// Windows of many hundred of the 10 ms steps in which the system counts processor time.
  public static final Pace FULL =
      new Pace(Duration.ofSeconds(8), Duration.ofSeconds(5), Duration.ofSeconds(20), 1);

  /// To see that all is in place; its figures mean nothing.
  public static final Pace QUICK =
      new Pace(Duration.ofMillis(300), Duration.ofMillis(500), Duration.ofSeconds(2), 10);

  /// For work of which much is done seldom: a long way through the code at each handshake, or what
  /// is done once for a thousand deliveries. The compilers need longer to come to an end with it.
  public Pace forSeldomWork() {
    return new Pace(warmUp.multipliedBy(4), window, longest.multipliedBy(3), scale);
  }
}
