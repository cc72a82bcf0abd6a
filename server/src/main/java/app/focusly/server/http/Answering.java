package app.focusly.server.http;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;

/// How REST routes answer.
final class Answering {
  private Answering() {}

  /// What is asked for comes on another thread, and the request is answered on its own loop.
  static <T> Consumer<T> onLoop(RoutingContext context, Consumer<T> handler) {
    Context loop = context.vertx().getOrCreateContext();
    return answer ->
        loop.runOnContext(_ -> {
          try {
            handler.accept(answer);
          } catch (RuntimeException failure) { // our own fault; who waits must hear something
            context.fail(failure);
          }
        });
  }

  static void fail(RoutingContext context, Problem problem) {
    if (!context.response().ended()) { // it may have gone
      problem.answer(context.response());
    }
  }

  /// It is done, and there is nothing to say.
  static void nothing(RoutingContext context) {
    if (!context.response().ended()) {
      context.response().setStatusCode(204).putHeader("Cache-Control", "no-store").end();
    }
  }

  static void json(RoutingContext context, int status, JsonObject body) {
    text(context, status, "application/json", body.encode());
  }

  static void text(RoutingContext context, int status, String type, String body) {
    HttpServerResponse response = context.response();
    if (!response.ended()) {
      response
          .setStatusCode(status)
          .putHeader("Content-Type", type)
          .putHeader("Cache-Control", "no-store")
          .end(body);
    }
  }
}
