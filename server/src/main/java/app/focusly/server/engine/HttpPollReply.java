package app.focusly.server.engine;

import app.focusly.engineio.EngineError;
import app.focusly.engineio.PollReply;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.ContextInternal;

/// A waiting GET of a polling client, answered on the loop of its own connection.
final class HttpPollReply implements PollReply {
  private final HttpServerResponse response;
  private final ContextInternal context;

  HttpPollReply(HttpServerRequest request, ContextInternal context) {
    this.response = request.response();
    this.context = context;
  }

  @Override
  public void payload(String body) {
    context.execute(() -> {
      if (!response.closed() && !response.ended()) {
        response.putHeader("Content-Type", "text/plain; charset=UTF-8").end(body);
      }
    });
  }

  @Override
  public void refuse(EngineError error) {
    context.execute(() -> EngineAnswers.refuse(response, error));
  }
}
