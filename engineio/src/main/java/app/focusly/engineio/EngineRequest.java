package app.focusly.engineio;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a request to the Engine.IO path asks for, read from its method and query
/// (engine.io-protocol, "Handshake").
public sealed interface EngineRequest {

  /// A new session over HTTP long-polling.
  record OpenPolling() implements EngineRequest {}

  /// A new session over WebSocket.
  record OpenWebSocket() implements EngineRequest {}

  /// A poll (GET) of a session that exists, as far as the client knows.
  record Poll(String sid) implements EngineRequest {}

  /// A body (POST) for a session.
  record Post(String sid) implements EngineRequest {}

  /// A WebSocket that wants to take over a polling session.
  record Probe(String sid) implements EngineRequest {}

  /// A request that cannot be served.
  record Refused(EngineError error) implements EngineRequest {}

  /// Reads a request.
  ///
  /// @param method the HTTP method
  /// @param upgrade whether it asks for a WebSocket
  /// @param query gives the value of a query parameter, or null
  static EngineRequest read(
      String method, boolean upgrade, Function<String, @Nullable String> query) {
    String transport = query.apply("transport");
    if (!"polling".equals(transport) && !"websocket".equals(transport)) {
      return new Refused(EngineError.UNKNOWN_TRANSPORT);
    }
    if (!"4".equals(query.apply("EIO"))) {
      return new Refused(EngineError.UNSUPPORTED_PROTOCOL_VERSION);
    }
    if ("websocket".equals(transport) != upgrade) {
      return new Refused(EngineError.BAD_REQUEST);
    }
    String sid = query.apply("sid");
    if (sid == null || sid.isEmpty()) { // as the reference reads it
      return opening(method, upgrade);
    }
    if (upgrade && !method.equals("GET")) {
      return new Refused(EngineError.BAD_REQUEST);
    }
    return switch (method) {
      case "GET" -> upgrade ? new Probe(sid) : new Poll(sid);
      case "POST" -> new Post(sid);
      default -> new Refused(EngineError.BAD_REQUEST);
    };
  }

  private static EngineRequest opening(String method, boolean upgrade) {
    if (!method.equals("GET")) {
      return new Refused(EngineError.BAD_HANDSHAKE_METHOD);
    }
    return upgrade ? new OpenWebSocket() : new OpenPolling();
  }
}
