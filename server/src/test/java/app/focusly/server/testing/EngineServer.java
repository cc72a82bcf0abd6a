package app.focusly.server.testing;

import app.focusly.engineio.EngineOptions;
import app.focusly.server.config.RealtimeConfig;
import app.focusly.server.engine.Capacity;
import app.focusly.server.engine.EngineApplication;
import app.focusly.server.engine.EngineEndpoint;
import app.focusly.server.engine.EngineHooks;
import app.focusly.server.engine.SocketIoApplication;
import app.focusly.server.http.ClientAddresses;
import app.focusly.server.security.RandomIds;
import app.focusly.server.websocket.Loops;
import app.focusly.server.websocket.WebSocketUpgrade;
import app.focusly.socketio.ClientLimits;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// The product's Engine.IO endpoint with options and hooks of a test's choice, and two echoes: at
/// `/engine.io/` of Engine.IO, at `/socket.io/` of Socket.IO. Two loops, so that a session's
/// requests come to both.
public final class EngineServer implements RunningServer {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(45);
  private static final int LOOPS = 2;
  private static final int MAX_SESSIONS = 10_000;
  private static final int START_SECONDS = 10;

  /// One free port for all servers of a deployment.
  private static final int SHARED_FREE_PORT = -1;

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS).setPreferNativeTransport(true));
  private final Loops loops =
      Loops.of(vertx, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
  private final EngineEndpoint engineIo;
  private final EngineEndpoint socketIo;
  private final AtomicInteger port = new AtomicInteger();

  private EngineServer(RealtimeConfig config, EngineHooks hooks, EngineApplication application) {
    engineIo = endpoint(config, hooks, application);
    socketIo =
        endpoint(
            config,
            hooks,
            new SocketIoApplication(EchoApplications.socketIo(loops, config.connectTimeout())));
  }

  /// A server on a free port.
  public static EngineServer start(EngineOptions options, EngineHooks hooks) {
    return start(config(options, CONNECT_TIMEOUT), hooks, EchoApplications.engineIo());
  }

  /// A server on a free port, with an application of its own at `/engine.io/`.
  public static EngineServer start(
      RealtimeConfig config, EngineHooks hooks, EngineApplication application) {
    Leaks.watch();
    return new EngineServer(config, hooks, application).listen(SHARED_FREE_PORT);
  }

  /// A server on this port.
  static EngineServer start(RealtimeConfig config, int port) {
    return new EngineServer(config, hooks(), EchoApplications.engineIo()).listen(port);
  }

  /// Everything but these at its default.
  public static RealtimeConfig config(EngineOptions options, Duration connectTimeout) {
    return new RealtimeConfig(
        options, MAX_SESSIONS, connectTimeout, ClientLimits.defaults(), Optional.empty());
  }

  /// Hooks that only name the sessions.
  public static EngineHooks hooks() {
    return EngineHooks.naming(RandomIds.alphanumeric(new SecureRandom()));
  }

  private EngineEndpoint endpoint(
      RealtimeConfig config, EngineHooks hooks, EngineApplication application) {
    return new EngineEndpoint(
        config,
        hooks,
        application,
        new WebSocketUpgrade(loops, config.engine().maxPayload()),
        new ClientAddresses(List.of()),
        loops,
        InstantSource.system(),
        Capacity.unlimited(config.maxSessions()));
  }

  private EngineServer listen(int wanted) {
    try {
      vertx
          .deployVerticle(() -> new Instance(wanted), new DeploymentOptions().setInstances(LOOPS))
          .await(START_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("the port did not open", e);
    }
    return this;
  }

  private final class Instance extends AbstractVerticle {
    private final int wanted;

    Instance(int wanted) {
      this.wanted = wanted;
    }

    @Override
    public void start(Promise<Void> started) {
      vertx
          .createHttpServer(
              new HttpServerOptions()
                  .setHttp2ClearTextEnabled(false)
                  .setPort(wanted)
                  .setHost("127.0.0.1"))
          .requestHandler(EngineServer.this::handle)
          .listen()
          .onSuccess(listening -> {
            port.set(listening.actualPort());
            started.complete();
          })
          .onFailure(started::fail);
    }
  }

  private void handle(HttpServerRequest request) {
    EngineEndpoint endpoint = request.uri().startsWith("/engine.io") ? engineIo : socketIo;
    if (WebSocketUpgrade.asked(request)) {
      endpoint.upgrade(request);
    } else {
      endpoint.request(request);
    }
  }

  @Override
  public int port() {
    return port.get();
  }

  @Override
  public void close() {
    loops.close();
    try {
      vertx.close().await(START_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("the server did not stop", e);
    }
    Leaks.check();
  }
}
