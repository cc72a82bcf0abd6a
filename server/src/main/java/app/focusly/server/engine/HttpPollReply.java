package app.focusly.server.engine;

import app.focusly.engineio.EngineError;
import app.focusly.engineio.PollReply;
import app.focusly.server.metrics.Counts;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.ContextInternal;
import java.util.concurrent.atomic.AtomicBoolean;

/// A waiting GET of a polling client, answered on the loop of its own connection.
final class HttpPollReply implements PollReply {
  private final HttpServerResponse response;
  private final ContextInternal context;
  private final Counts counts;
  private final AtomicBoolean open = new AtomicBoolean(true);

  HttpPollReply(HttpServerRequest request, ContextInternal context, Counts counts) {
    this.response = request.response();
    this.context = context;
    this.counts = counts;
    counts.openPolls.increment();
  }

  /// It waits no longer: it was answered, or its connection ended.
  void settled() {
    if (open.getAndSet(false)) {
      counts.openPolls.decrement();
    }
  }

  @Override
  public void payload(String body) {
    settled();
    counts.answeredPolls.increment();
    context.execute(() -> {
      if (!response.closed() && !response.ended()) {
        response.putHeader("Content-Type", "text/plain; charset=UTF-8").end(body);
      }
    });
  }

  @Override
  public void refuse(EngineError error) {
    settled();
    counts.refused(error);
    context.execute(() -> EngineAnswers.refuse(response, error));
  }
}
