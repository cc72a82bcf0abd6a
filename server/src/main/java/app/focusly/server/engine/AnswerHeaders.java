package app.focusly.server.engine;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/// Adds headers to the answers of the Engine.IO path, upgrades included and refusals not.
@FunctionalInterface
public interface AnswerHeaders {

  /// Called on the request's loop, when the rest of the headers is there.
  ///
  /// @param initial whether the answer begins a session
  void add(HttpServerRequest request, boolean initial, MultiMap headers);
}
