package app.focusly.engineio;

import java.time.Duration;

/// What an Engine.IO server lets its clients do. The defaults are the reference implementation's;
/// the limits on what waits are ours.
///
/// @param pingInterval the time from a pong to the next ping
/// @param pingTimeout how long a pong may take
/// @param maxPayload the largest message, or body of a request, in bytes
/// @param upgradeTimeout how long a probed transport may take to become the session's own
/// @param closeTimeout how long a closed polling session waits for the poll that fetches its end
/// @param maxWaitingPackets how many packets may wait for one polling client
/// @param maxWaitingBytes how many bytes may wait for one client, on either transport
public record EngineOptions(
    Duration pingInterval,
    Duration pingTimeout,
    int maxPayload,
    Duration upgradeTimeout,
    Duration closeTimeout,
    int maxWaitingPackets,
    int maxWaitingBytes) {

  public EngineOptions {
    requirePositive("pingInterval", pingInterval);
    requirePositive("pingTimeout", pingTimeout);
    requirePositive("upgradeTimeout", upgradeTimeout);
    requirePositive("closeTimeout", closeTimeout);
    requirePositive("maxPayload", maxPayload);
    requirePositive("maxWaitingPackets", maxWaitingPackets);
    requirePositive("maxWaitingBytes", maxWaitingBytes);
  }

  /// The reference implementation's defaults, and 4 MiB in 10,000 packets waiting for one client.
  public static EngineOptions defaults() {
    return new EngineOptions(
        Duration.ofSeconds(25),
        Duration.ofSeconds(20),
        1_000_000,
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        10_000,
        4 * 1024 * 1024);
  }

  /// The same with another heartbeat.
  public EngineOptions withHeartbeat(Duration interval, Duration timeout) {
    return new EngineOptions(
        interval,
        timeout,
        maxPayload,
        upgradeTimeout,
        closeTimeout,
        maxWaitingPackets,
        maxWaitingBytes);
  }

  private static void requirePositive(String name, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(name + " must be positive");
    }
  }

  private static void requirePositive(String name, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive");
    }
  }
}
