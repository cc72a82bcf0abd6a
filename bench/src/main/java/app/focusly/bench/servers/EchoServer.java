package app.focusly.bench.servers;

import app.focusly.engineio.EngineOptions;
import app.focusly.server.config.RealtimeConfig;
import app.focusly.server.engine.Capacity;
import app.focusly.server.engine.EngineEndpoint;
import app.focusly.server.engine.EngineHooks;
import app.focusly.server.engine.LoopRooms;
import app.focusly.server.engine.SocketIoApplication;
import app.focusly.server.http.ClientAddresses;
import app.focusly.server.security.RandomIds;
import app.focusly.server.websocket.Loops;
import app.focusly.server.websocket.WebSocketUpgrade;
import app.focusly.socketio.Ack;
import app.focusly.socketio.ClientLimits;
import app.focusly.socketio.Namespace;
import app.focusly.socketio.Socket;
import app.focusly.socketio.SocketIoOptions;
import app.focusly.socketio.SocketIoServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.function.Supplier;

/// The library alone, on the parts that the product is made of: a room to join, and a message to
/// everyone in it. `bench/node/echo.mjs` does the same on socket.io.
public final class EchoServer {
  private static final int MAX_SESSIONS = 50_000;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(45);
  private static final int START_SECONDS = 30;
  private static final int SHARED_FREE_PORT = -1;

  private final int loopCount = Runtime.getRuntime().availableProcessors();
  private final Vertx vertx =
      Vertx.vertx(
          new VertxOptions().setEventLoopPoolSize(loopCount).setPreferNativeTransport(true));
  private final Loops loops =
      Loops.of(vertx, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
  private final AtomicInteger port = new AtomicInteger();
  private final EngineEndpoint endpoint = endpoint();

  private EchoServer() {}

  /// Listens until the process is ended.
  public static void main(String[] arguments) throws TimeoutException {
    var server = new EchoServer();
    server.start();
    System.out.println("listening " + server.port.get());
  }

  private void start() throws TimeoutException {
    vertx
        .deployVerticle(Instance::new, new DeploymentOptions().setInstances(loopCount))
        .await(START_SECONDS, TimeUnit.SECONDS);
  }

  /// One listening server an event loop, as in the product.
  private final class Instance extends AbstractVerticle {
    @Override
    public void start(Promise<Void> started) {
      vertx
          .createHttpServer(
              new HttpServerOptions()
                  .setHost("127.0.0.1")
                  .setPort(SHARED_FREE_PORT)
                  .setTcpNoDelay(true)
                  .setHttp2ClearTextEnabled(false)
                  .setCompressionSupported(true)
                  .setCompressionContentSizeThreshold(1_024)
                  .setAcceptBacklog(4_096))
          .requestHandler(EchoServer.this::handle)
          .listen()
          .onSuccess(listening -> {
            port.set(listening.actualPort());
            started.complete();
          })
          .onFailure(started::fail);
    }
  }

  private void handle(HttpServerRequest request) {
    if (WebSocketUpgrade.asked(request)) {
      endpoint.upgrade(request);
    } else {
      endpoint.request(request);
    }
  }

  private EngineEndpoint endpoint() {
    var config =
        new RealtimeConfig(
            EngineOptions.defaults(),
            MAX_SESSIONS,
            CONNECT_TIMEOUT,
            ClientLimits.defaults(),
            Optional.empty());
    Supplier<String> ids = RandomIds.alphanumeric(new SecureRandom());
    return new EngineEndpoint(
        config,
        EngineHooks.naming(ids),
        new SocketIoApplication(sockets(ids)),
        new WebSocketUpgrade(loops, config.engine().maxPayload()),
        new ClientAddresses(List.of()),
        loops,
        InstantSource.system(),
        Capacity.unlimited(MAX_SESSIONS));
  }

  private SocketIoServer sockets(Supplier<String> ids) {
    var server =
        new SocketIoServer(
            SocketIoOptions.defaults(),
            _ -> new LoopRooms(loops),
            ids,
            (event, failure) -> System.err.println(event + ": " + failure));
    Namespace namespace = server.of("/");
    namespace.onConnection(socket -> new Guest(namespace, socket).listen());
    return server;
  }

  /// One client and the room that it joined. Confined to the client's loop.
  private static final class Guest {
    private final Namespace namespace;
    private final Socket socket;
    private String room = "";

    Guest(Namespace namespace, Socket socket) {
      this.namespace = namespace;
      this.socket = socket;
    }

    void listen() {
      socket.on("join", this::join).on("say", this::say);
    }

    private void join(List<JsonNode> arguments, Ack ack) {
      room = arguments.getFirst().asText();
      socket.join(room);
      ack.send(JsonNodeFactory.instance.objectNode().put("ok", true));
    }

    private void say(List<JsonNode> arguments, Ack ack) {
      if (!room.isEmpty()) {
        namespace.to(room).emit("say", arguments.getFirst());
      }
    }
  }
}
