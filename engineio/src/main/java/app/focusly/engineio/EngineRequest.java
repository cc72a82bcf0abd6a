package app.focusly.engineio;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a request to the Engine.IO path asks for, read from its method and query
/// (engine.io-protocol, "Handshake"). Checks come in the reference's order, so that a request with
/// several faults hears of the same one.
public sealed interface EngineRequest {

  /// A new session; whether its protocol revision is ours, [#refusalOfVersion] tells.
  record Open(Transport transport) implements EngineRequest {}

  /// A poll (GET) of a session that exists, as far as the client knows.
  record Poll(String sid) implements EngineRequest {}

  /// A body (POST) for a session.
  record Post(String sid) implements EngineRequest {}

  /// A WebSocket that wants to take over a polling session.
  record Probe(String sid) implements EngineRequest {}

  /// A request that a session cannot serve; that there is none is said first.
  record Misfit(String sid, Refusal refusal) implements EngineRequest {}

  /// A request that cannot be served.
  record Refused(Refusal refusal) implements EngineRequest {}

  /// Reads a request.
  ///
  /// @param method the HTTP method
  /// @param upgrade whether it asks for a WebSocket
  /// @param origin its `Origin` header; empty when it has none
  /// @param query its parameters
  /// @param transports those that are let in
  static EngineRequest read(
      String method,
      boolean upgrade,
      String origin,
      Map<String, String> query,
      Set<Transport> transports) {
    String name = query.getOrDefault("transport", "");
    Optional<Transport> transport = Transport.of(name).filter(transports::contains);
    if (transport.isEmpty()) {
      return new Refused(new Refusal.UnknownTransport(name));
    }
    if (!isFieldValue(origin)) {
      return new Refused(new Refusal.InvalidOrigin(origin));
    }
    String sid = query.getOrDefault("sid", "");
    return sid.isEmpty() // as the reference reads it
        ? opening(method, upgrade, transport.get())
        : continuing(method, upgrade, transport.get(), sid, query);
  }

  private static EngineRequest opening(String method, boolean upgrade, Transport transport) {
    if (!method.equals("GET")) {
      return new Refused(new Refusal.BadHandshakeMethod(method));
    }
    if (upgrade != (transport == Transport.WEBSOCKET)) {
      return new Refused(new Refusal.TransportHandshake());
    }
    return new Open(transport);
  }

  private static EngineRequest continuing(
      String method, boolean upgrade, Transport transport, String sid, Map<String, String> query) {
    if (upgrade != (transport == Transport.WEBSOCKET)) {
      Transport previous = transport == Transport.POLLING ? Transport.WEBSOCKET : Transport.POLLING;
      return new Misfit(sid, new Refusal.TransportMismatch(transport, previous));
    }
    if (refusalOfVersion(query).isPresent()) {
      return new Misfit(sid, new Refusal.ProtocolMismatch(query.getOrDefault("EIO", "")));
    }
    return switch (method) {
      case "GET" -> upgrade ? new Probe(sid) : new Poll(sid);
      case "POST" -> upgrade ? misfit(sid, method) : new Post(sid);
      default -> misfit(sid, method);
    };
  }

  private static EngineRequest misfit(String sid, String method) {
    return new Misfit(sid, new Refusal.UnknownMethod(method));
  }

  /// What is said to a handshake of another protocol revision; empty when it is ours.
  static Optional<Refusal> refusalOfVersion(Map<String, String> query) {
    String version = query.getOrDefault("EIO", "");
    return version.equals("4")
        ? Optional.empty()
        : Optional.of(new Refusal.UnsupportedVersion(version));
  }

  /// Whether the value of a header holds no control characters (RFC 9110 section 5.5).
  private static boolean isFieldValue(String value) {
    return value
        .chars()
        .allMatch(next -> next == '\t' || (next >= ' ' && next <= 0xFF && next != 0x7F));
  }
}
