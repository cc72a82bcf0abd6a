package app.focusly.peerjs;

/// What may wait for peers that are not connected.
///
/// @param perDestination waiting for one absent peer: a dozen callers with their candidates
/// @param perSender waiting from one peer, so that nobody can fill the room of all
/// @param total waiting for and from everybody
/// @param destinations absent peers with a queue
public record QueueLimits(
    Allowance perDestination, Allowance perSender, Allowance total, int destinations) {

  private static final long KIB = 1024;
  private static final long MIB = 1024 * KIB;

  public QueueLimits {
    Bounds.check("destinations", destinations, 0, 1_000_000);
  }

  public static QueueLimits defaults() {
    return new QueueLimits(
        new Allowance(256, MIB),
        new Allowance(256, 512 * KIB),
        new Allowance(20_000, 32 * MIB),
        2_000);
  }
}
