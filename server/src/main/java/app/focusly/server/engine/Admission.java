package app.focusly.server.engine;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/// Whether a session may begin; requests of a session that exists are not asked about.
@FunctionalInterface
public interface Admission {

  /// Called on the request's loop.
  ///
  /// @return empty to let the client in, else what it is told; a failure lets nobody in
  Future<Optional<String>> ask(HttpServerRequest request);
}
