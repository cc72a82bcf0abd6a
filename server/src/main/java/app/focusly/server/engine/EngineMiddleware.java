package app.focusly.server.engine;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;

/// A handler before every request of the Engine.IO path, upgrades included, such as one that sets
/// headers or knows a login.
@FunctionalInterface
public interface EngineMiddleware {

  /// Called on the request's loop. A request that is answered here goes no further.
  ///
  /// @return completes when the request may go on, and fails to have it refused
  Future<Void> handle(HttpServerRequest request);
}
