package app.focusly.server.engine;

import app.focusly.engineio.Refusal;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.ContextInternal;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leads requests through the hooks. Each is asked on the request's loop; while one takes its time
/// the request is paused, and what comes after is done on the same loop. What is decided at once
/// goes on at once: frames may be waiting behind an upgrade.
final class Entrance {
  private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final EngineHooks hooks;

  Entrance(EngineHooks hooks) {
    this.hooks = hooks;
  }

  /// Passes the middlewares; what one of them answered itself ends here.
  void pass(HttpServerRequest request, Runnable then, Consumer<Refusal> otherwise) {
    pass(request, 0, then, otherwise);
  }

  private void pass(
      HttpServerRequest request, int index, Runnable then, Consumer<Refusal> otherwise) {
    if (index == hooks.middlewares().size()) {
      then.run();
      return;
    }
    EngineMiddleware middleware = hooks.middlewares().get(index);
    decide(
        request,
        () -> middleware.handle(request),
        decision -> {
          if (decision.succeeded()) {
            pass(request, index + 1, then, otherwise);
          } else {
            otherwise.accept(new Refusal.MiddlewareFailure(decision.cause()));
          }
        });
  }

  /// Asks whether a session may begin.
  void admit(HttpServerRequest request, Runnable then, Consumer<Refusal> otherwise) {
    decide(
        request,
        () -> hooks.admission().ask(request),
        decision -> {
          if (decision.failed()) {
            LOG.error("admission failed, nobody is let in", decision.cause());
            otherwise.accept(new Refusal.Forbidden("Forbidden"));
          } else if (decision.result().isPresent()) {
            otherwise.accept(new Refusal.Forbidden(decision.result().get()));
          } else {
            then.run();
          }
        });
  }

  /// Names the session.
  void name(HttpServerRequest request, Consumer<String> then, Consumer<Refusal> otherwise) {
    decide(
        request,
        () -> hooks.ids().next(request),
        decision -> {
          if (decision.succeeded() && ID.matcher(decision.result()).matches()) {
            then.accept(decision.result());
          } else {
            Throwable cause =
                Optional.ofNullable(decision.cause())
                    .orElseGet(() -> new IllegalArgumentException("not an id for a session"));
            LOG.error("no id for a session", cause);
            otherwise.accept(new Refusal.IdGeneration(cause));
          }
        });
  }

  private <T> void decide(
      HttpServerRequest request, Supplier<Future<T>> hook, Consumer<AsyncResult<T>> then) {
    Future<T> decision;
    try {
      decision = hook.get();
    } catch (RuntimeException failure) { // told to the client like one that comes later
      decision = Future.failedFuture(failure);
    }
    if (decision.isComplete()) {
      goOn(request, decision, then);
      return;
    }
    ContextInternal context = currentContext();
    request.pause();
    decision
        .timeout(hooks.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .onComplete(result ->
            context.runOnContext(_ -> {
              goOn(request, result, then);
              request.resume();
            }));
  }

  private static <T> void goOn(
      HttpServerRequest request, AsyncResult<T> decision, Consumer<AsyncResult<T>> then) {
    if (!request.response().ended() && !request.response().closed()) {
      then.accept(decision);
    }
  }

  /// The context that the request at hand is handled on.
  static ContextInternal currentContext() {
    ContextInternal context = ContextInternal.current();
    if (context == null) {
      throw new IllegalStateException("requests are handled on their context");
    }
    return context;
  }
}
