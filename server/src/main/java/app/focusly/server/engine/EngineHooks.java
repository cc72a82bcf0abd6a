package app.focusly.server.engine;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What an embedder adds to the Engine.IO path. Used from every loop.
///
/// @param middlewares handlers before each request, in their order
/// @param admission decides whether a session may begin
/// @param ids names the sessions
/// @param headers adds to the answers
/// @param refusals hears of what is refused
/// @param timeout how long one of the first three may take to decide; then it has failed
public record EngineHooks(
    List<EngineMiddleware> middlewares,
    Admission admission,
    SessionIds ids,
    AnswerHeaders headers,
    RefusalListener refusals,
    Duration timeout) {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  public EngineHooks {
    middlewares = List.copyOf(middlewares);
  }

  /// Nothing but names for the sessions: everybody may come.
  public static EngineHooks naming(Supplier<String> ids) {
    return new EngineHooks(
        List.of(),
        _ -> Future.succeededFuture(Optional.empty()),
        _ -> Future.succeededFuture(ids.get()),
        (_, _, _) -> {},
        (_, _) -> {},
        TIMEOUT);
  }

  /// The same with one handler more, behind the others.
  public EngineHooks use(EngineMiddleware middleware) {
    List<EngineMiddleware> all =
        Stream.concat(middlewares.stream(), Stream.of(middleware)).toList();
    return new EngineHooks(all, admission, ids, headers, refusals, timeout);
  }

  /// The same with another door.
  public EngineHooks withAdmission(Admission door) {
    return new EngineHooks(middlewares, door, ids, headers, refusals, timeout);
  }

  /// The same with other names.
  public EngineHooks withIds(SessionIds names) {
    return new EngineHooks(middlewares, admission, names, headers, refusals, timeout);
  }

  /// The same with other headers.
  public EngineHooks withHeaders(AnswerHeaders added) {
    return new EngineHooks(middlewares, admission, ids, added, refusals, timeout);
  }

  /// The same with another listener.
  public EngineHooks withRefusals(RefusalListener listener) {
    return new EngineHooks(middlewares, admission, ids, headers, listener, timeout);
  }

  /// The same with another time to decide.
  public EngineHooks withTimeout(Duration limit) {
    return new EngineHooks(middlewares, admission, ids, headers, refusals, limit);
  }
}
