package app.focusly.server.engine;

import app.focusly.engineio.Refusal;
import io.vertx.core.http.HttpServerRequest;

/// Hears of each request that is refused.
@FunctionalInterface
public interface RefusalListener {

  /// Called on the request's loop, when the refusal is on its way.
  void refused(HttpServerRequest request, Refusal refusal);
}
