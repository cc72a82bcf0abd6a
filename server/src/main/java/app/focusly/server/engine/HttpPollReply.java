package app.focusly.server.engine;

import app.focusly.engineio.PollFormat;
import app.focusly.engineio.PollReply;
import app.focusly.engineio.Refusal;
import app.focusly.server.metrics.Counts;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.ContextInternal;
import java.util.concurrent.atomic.AtomicBoolean;

/// A waiting GET of a polling client, answered on the loop of its own connection.
final class HttpPollReply implements PollReply {
  private final HttpServerRequest request;
  private final ContextInternal context = Entrance.currentContext();
  private final Answers answers;
  private final PollFormat format;
  private final boolean initial;
  private final Counts counts;
  private final AtomicBoolean open = new AtomicBoolean(true);

  /// @param initial whether its answer begins the session
  HttpPollReply(
      HttpServerRequest request,
      Answers answers,
      PollFormat format,
      boolean initial,
      Counts counts) {
    this.request = request;
    this.answers = answers;
    this.format = format;
    this.initial = initial;
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
  public void payload(String payload) {
    settled();
    counts.answeredPolls.increment();
    context.execute(() -> answers.payload(request, initial, format.wrap(payload)));
  }

  @Override
  public void refuse(Refusal refusal) {
    settled();
    context.execute(() -> answers.refuse(request, refusal));
  }
}
