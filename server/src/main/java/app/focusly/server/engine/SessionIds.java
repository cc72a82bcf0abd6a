package app.focusly.server.engine;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;

/// Makes session ids. Each is the secret that speaks for its client: random, and never met twice.
@FunctionalInterface
public interface SessionIds {

  /// Called on the request's loop.
  ///
  /// @return 1 to 64 letters, digits, `-` and `_`; anything else, and a failure, refuses the client
  Future<String> next(HttpServerRequest request);
}
