package app.focusly.server.testing;

import app.focusly.engineio.EngineOptions;
import app.focusly.server.config.RealtimeConfig;
import app.focusly.server.engine.Capacity;
import app.focusly.server.engine.EngineEndpoint;
import app.focusly.server.engine.LoopRooms;
import app.focusly.server.engine.SocketIoApplication;
import app.focusly.server.http.ClientAddresses;
import app.focusly.server.security.RandomIds;
import app.focusly.server.websocket.Loops;
import app.focusly.server.websocket.WebSocketUpgrade;
import app.focusly.socketio.SocketIoOptions;
import app.focusly.socketio.SocketIoServer;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A Socket.IO server without the product: its port, on the loopback interface, takes connections
/// on several loops in turn.
public final class SocketIoHost implements AutoCloseable {
  private static final int MAX_SESSIONS = 10_000;
  private static final long PATIENCE_SECONDS = 10;

  private final Vertx vertx;
  private final Loops loops;
  private final SocketIoServer io;
  private final EngineEndpoint engine;
  private final int port;

  /// Listens.
  ///
  /// @param port a free one when it is 0
  public SocketIoHost(int port, int loopCount, SocketIoOptions options) {
    this.vertx =
        Vertx.vertx(
            new VertxOptions().setEventLoopPoolSize(loopCount).setPreferNativeTransport(true));
    this.loops = Loops.of(vertx, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    this.io =
        new SocketIoServer(
            options,
            _ -> new LoopRooms(loops),
            RandomIds.alphanumeric(new SecureRandom()),
            (event, failure) -> {
              throw new IllegalStateException(event, failure);
            });
    this.engine = engine();
    this.port = listen(port, loopCount);
  }

  private EngineEndpoint engine() {
    RealtimeConfig config = EngineServer.config(EngineOptions.defaults(), Duration.ofSeconds(45));
    return new EngineEndpoint(
        config,
        EngineServer.hooks(),
        new SocketIoApplication(io),
        new WebSocketUpgrade(loops, config.engine().maxPayload()),
        new ClientAddresses(List.of()),
        loops,
        InstantSource.system(),
        Capacity.unlimited(MAX_SESSIONS));
  }

  private int listen(int wanted, int loopCount) {
    var taken = new AtomicInteger();
    var options =
        new HttpServerOptions()
            .setHttp2ClearTextEnabled(false)
            .setHost("127.0.0.1")
            .setPort(wanted == 0 ? -1 : wanted); // -1 is one free port for all instances
    await(
        vertx.deployVerticle(
            () ->
                new AbstractVerticle() {
                  @Override
                  public void start(Promise<Void> started) {
                    vertx
                        .createHttpServer(options)
                        .requestHandler(SocketIoHost.this::handle)
                        .listen()
                        .onSuccess(server -> taken.set(server.actualPort()))
                        .<Void>mapEmpty()
                        .onComplete(started);
                  }
                },
            new DeploymentOptions().setInstances(loopCount)));
    return taken.get();
  }

  private void handle(HttpServerRequest request) {
    if (WebSocketUpgrade.asked(request)) {
      engine.upgrade(request);
    } else {
      engine.request(request);
    }
  }

  public SocketIoServer io() {
    return io;
  }

  public int port() {
    return port;
  }

  /// A client that has not joined a namespace, on the next loop.
  public RawWebSocket open() {
    RawWebSocket webSocket =
        RawWebSocket.open(RawHttp.connect(port), "/socket.io/?EIO=4&transport=websocket");
    String open = webSocket.text();
    if (!open.startsWith("0{")) {
      throw new AssertionError(open);
    }
    return webSocket;
  }

  private static void await(Future<?> future) {
    var done = new CountDownLatch(1);
    future.onComplete(_ -> done.countDown());
    try {
      if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS) || future.failed()) {
        throw new IllegalStateException("the server did not start or stop", future.cause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      engine.shutDown(Duration.ofMillis(300));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    loops.close();
    await(vertx.close());
  }
}
