package app.focusly.server.engine;

import app.focusly.engineio.EngineError;
import io.vertx.core.http.HttpServerResponse;

/// The HTTP answers of the Engine.IO endpoint, in the reference's forms.
final class EngineAnswers {
  private EngineAnswers() {}

  /// A polling request is refused with JSON.
  static void refuse(HttpServerResponse response, EngineError error) {
    if (response.closed() || response.ended()) {
      return;
    }
    if (error == EngineError.PAYLOAD_TOO_LARGE || error == EngineError.RATE_LIMITED) {
      response.putHeader("Connection", "close"); // what follows is not read
    }
    response
        .setStatusCode(error.status())
        .putHeader("Content-Type", "application/json")
        .end(error.json());
  }

  /// An upgrade is refused with the bare words, and with 400 unless it may be tried again.
  static void refuseUpgrade(HttpServerResponse response, EngineError error) {
    response
        .setStatusCode(error == EngineError.RATE_LIMITED ? error.status() : 400)
        .putHeader("Connection", "close")
        .putHeader("Content-Type", "text/html")
        .end(error.message());
  }

  /// Says when to try again.
  static void retryAfter(HttpServerResponse response, long millis) {
    response.putHeader("Retry-After", Long.toString(Math.ceilDiv(millis, 1_000)));
  }

  static void ok(HttpServerResponse response) {
    if (!response.closed() && !response.ended()) {
      // Not text/plain: some browsers wait for more of it.
      response.putHeader("Content-Type", "text/html").end("ok");
    }
  }
}
