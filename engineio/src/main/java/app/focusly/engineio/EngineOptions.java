package app.focusly.engineio;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

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
/// @param transports those that are let in
/// @param allowUpgrades whether a polling session may move to WebSocket
/// @param initialPacket a message that each client gets with its handshake
public record EngineOptions(
    Duration pingInterval,
    Duration pingTimeout,
    int maxPayload,
    Duration upgradeTimeout,
    Duration closeTimeout,
    int maxWaitingPackets,
    int maxWaitingBytes,
    Set<Transport> transports,
    boolean allowUpgrades,
    Optional<Packet> initialPacket) {

  public EngineOptions {
    requirePositive("pingInterval", pingInterval);
    requirePositive("pingTimeout", pingTimeout);
    requirePositive("upgradeTimeout", upgradeTimeout);
    requirePositive("closeTimeout", closeTimeout);
    requirePositive("maxPayload", maxPayload);
    requirePositive("maxWaitingPackets", maxWaitingPackets);
    requirePositive("maxWaitingBytes", maxWaitingBytes);
    transports = Set.copyOf(transports);
    if (transports.isEmpty()) {
      throw new IllegalArgumentException("transports must name one at least");
    }
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
        4 * 1024 * 1024,
        Set.of(Transport.values()),
        true,
        Optional.empty());
  }

  /// Whether a polling session may move to WebSocket.
  boolean upgradesToWebSocket() {
    return allowUpgrades && transports.contains(Transport.WEBSOCKET);
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
        maxWaitingBytes,
        transports,
        allowUpgrades,
        initialPacket);
  }

  /// The same with other limits on what waits for one client.
  public EngineOptions withWaiting(int packets, int bytes) {
    return new EngineOptions(
        pingInterval,
        pingTimeout,
        maxPayload,
        upgradeTimeout,
        closeTimeout,
        packets,
        bytes,
        transports,
        allowUpgrades,
        initialPacket);
  }

  /// The same with other transports, and moves between them or none.
  public EngineOptions withTransports(Set<Transport> letIn, boolean upgrades) {
    return new EngineOptions(
        pingInterval,
        pingTimeout,
        maxPayload,
        upgradeTimeout,
        closeTimeout,
        maxWaitingPackets,
        maxWaitingBytes,
        letIn,
        upgrades,
        initialPacket);
  }

  /// The same with a message that each client gets with its handshake.
  public EngineOptions withInitialPacket(Packet message) {
    return new EngineOptions(
        pingInterval,
        pingTimeout,
        maxPayload,
        upgradeTimeout,
        closeTimeout,
        maxWaitingPackets,
        maxWaitingBytes,
        transports,
        allowUpgrades,
        Optional.of(message));
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
