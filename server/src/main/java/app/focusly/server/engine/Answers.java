package app.focusly.server.engine;

import app.focusly.engineio.EngineError;
import app.focusly.engineio.Refusal;
import app.focusly.server.http.Problem;
import app.focusly.server.metrics.Counts;
import app.focusly.server.websocket.WebSocketUpgrade;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP answers of the Engine.IO endpoint, in the reference's forms. Each is given on the loop
/// of its request.
final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  private final EngineHooks hooks;
  private final Counts counts;

  Answers(EngineHooks hooks, Counts counts) {
    this.hooks = hooks;
    this.counts = counts;
  }

  /// A poll is answered.
  ///
  /// @param initial whether with the handshake of a new session
  void payload(HttpServerRequest request, boolean initial, String payload) {
    if (open(request)) {
      request.response().putHeader("Content-Type", "text/plain; charset=UTF-8");
      addHeaders(request, initial);
      request.response().end(payload);
    }
  }

  /// A body was taken.
  void ok(HttpServerRequest request) {
    if (open(request)) {
      // Not text/plain: some browsers wait for more of it.
      request.response().putHeader("Content-Type", "text/html");
      addHeaders(request, false);
      request.response().end("ok");
    }
  }

  /// Adds the embedder's headers, also to an upgrade that is about to be agreed to.
  void addHeaders(HttpServerRequest request, boolean initial) {
    try {
      hooks.headers().add(request, initial, request.response().headers());
    } catch (RuntimeException failure) { // the client is answered all the same
      LOG.error("headers not added", failure);
    }
  }

  /// A polling request is refused with JSON.
  void refuse(HttpServerRequest request, Refusal refusal) {
    if (open(request)) {
      if (refusal.error() == EngineError.PAYLOAD_TOO_LARGE) {
        request.response().putHeader("Connection", "close"); // the rest of the body is not read
      }
      addRetryAfter(request, refusal);
      request
          .response()
          .setStatusCode(refusal.error().status())
          .putHeader("Content-Type", "application/json")
          .end(refusal.json());
      if (refusal.error() == EngineError.RATE_LIMITED) {
        Problem.closeBehind(request); // what was sent behind it is not read
      }
    }
    tell(request, refusal);
  }

  /// An upgrade is refused with the bare words, with 400 unless it may be tried again, and the
  /// connection ends.
  void refuseUpgrade(HttpServerRequest request, Refusal refusal) {
    if (open(request)) {
      addRetryAfter(request, refusal);
      EngineError error = refusal.error();
      int status = error == EngineError.RATE_LIMITED ? error.status() : 400;
      WebSocketUpgrade.refuse(request, status, refusal.message());
    }
    tell(request, refusal);
  }

  /// Says when to try again.
  private static void addRetryAfter(HttpServerRequest request, Refusal refusal) {
    if (refusal instanceof Refusal.Limited limited && limited.retryMillis() > 0) {
      long seconds = Math.ceilDiv(limited.retryMillis(), 1_000);
      request.response().putHeader("Retry-After", Long.toString(seconds));
    }
  }

  private void tell(HttpServerRequest request, Refusal refusal) {
    counts.refused(refusal.error());
    LOG.debug("refused code={} reason={}", refusal.error().code(), refusal.name().orElse("none"));
    try {
      hooks.refusals().refused(request, refusal);
    } catch (RuntimeException failure) { // the client has its answer
      LOG.error("refusal not heard", failure);
    }
  }

  private static boolean open(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    return !response.closed() && !response.ended();
  }
}
