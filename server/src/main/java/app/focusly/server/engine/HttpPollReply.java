package app.focusly.server.engine;

import app.focusly.engineio.PollFormat;
import app.focusly.engineio.PollReply;
import app.focusly.engineio.Refusal;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.ContextInternal;

/// A waiting GET of a polling client, answered on the loop of its own connection.
final class HttpPollReply implements PollReply {
  private final HttpServerRequest request;
  private final ContextInternal context = Entrance.currentContext();
  private final Answers answers;
  private final PollFormat format;
  private final boolean initial;

  /// @param initial whether its answer begins the session
  HttpPollReply(HttpServerRequest request, Answers answers, PollFormat format, boolean initial) {
    this.request = request;
    this.answers = answers;
    this.format = format;
    this.initial = initial;
  }

  @Override
  public void payload(String payload) {
    context.execute(() -> answers.payload(request, initial, format.wrap(payload)));
  }

  @Override
  public void refuse(Refusal refusal) {
    context.execute(() -> answers.refuse(request, refusal));
  }
}
