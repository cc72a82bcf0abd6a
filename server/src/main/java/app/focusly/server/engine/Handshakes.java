package app.focusly.server.engine;

import app.focusly.socketio.Handshake;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a session remembers of its first request. Only headers that listeners have a use for are
/// kept: ten thousand idle connections would hold the others for nothing.
final class Handshakes {
  private static final List<String> KEPT_HEADERS =
      List.of("host", "origin", "cookie", "user-agent", "accept-language", "x-forwarded-for");

  private Handshakes() {}

  static Handshake of(HttpServerRequest request, String address, boolean secure, Instant at) {
    Map<String, List<String>> headers = new HashMap<>();
    for (String name : KEPT_HEADERS) {
      List<String> values = request.headers().getAll(name);
      if (!values.isEmpty()) {
        headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values));
      }
    }
    return new Handshake(headers, request.uri(), address, secure, at);
  }
}
