package app.focusly.socketio;

import java.time.Duration;

/// What a Socket.IO server lets its clients do.
///
/// @param connectTimeout how long a client may stay without any namespace
/// @param format how packets look on the wire
/// @param cleanUpEmptyChildren whether a namespace that was made for clients goes with the last
/// @param maxChildNamespaces how many such namespaces there may be at once
/// @param client what one client may have of the server
public record SocketIoOptions(
    Duration connectTimeout,
    PacketFormat format,
    boolean cleanUpEmptyChildren,
    int maxChildNamespaces,
    ClientLimits client) {

  public SocketIoOptions {
    if (!connectTimeout.isPositive()) {
      throw new IllegalArgumentException("connectTimeout must be positive");
    }
    if (maxChildNamespaces <= 0) {
      throw new IllegalArgumentException("maxChildNamespaces must be positive");
    }
  }

  /// The reference implementation's defaults, and at most 1,000 namespaces made for clients.
  public static SocketIoOptions defaults() {
    return new SocketIoOptions(
        Duration.ofSeconds(45), PacketFormat.JSON, false, 1_000, ClientLimits.defaults());
  }

  /// The same with another time to join the first namespace.
  public SocketIoOptions withConnectTimeout(Duration timeout) {
    return new SocketIoOptions(timeout, format, cleanUpEmptyChildren, maxChildNamespaces, client);
  }

  /// The same with another format.
  public SocketIoOptions withFormat(PacketFormat other) {
    return new SocketIoOptions(
        connectTimeout, other, cleanUpEmptyChildren, maxChildNamespaces, client);
  }

  /// The same with other rules for namespaces that are made for clients.
  public SocketIoOptions withChildNamespaces(boolean cleanUp, int most) {
    return new SocketIoOptions(connectTimeout, format, cleanUp, most, client);
  }

  /// The same with other limits of each client.
  public SocketIoOptions withClientLimits(ClientLimits limits) {
    return new SocketIoOptions(
        connectTimeout, format, cleanUpEmptyChildren, maxChildNamespaces, limits);
  }
}
