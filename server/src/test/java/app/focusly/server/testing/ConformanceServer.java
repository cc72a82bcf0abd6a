package app.focusly.server.testing;

import app.focusly.engineio.CloseReason;
import app.focusly.engineio.EngineOptions;
import app.focusly.engineio.Packet;
import app.focusly.server.engine.Capacity;
import app.focusly.server.engine.EngineApplication;
import app.focusly.server.engine.EngineEndpoint;
import app.focusly.server.engine.LoopRooms;
import app.focusly.server.engine.SessionHandler;
import app.focusly.server.engine.SocketIoApplication;
import app.focusly.server.http.ClientAddresses;
import app.focusly.server.security.RandomIds;
import app.focusly.server.websocket.Loops;
import app.focusly.server.websocket.WebSocketUpgrade;
import app.focusly.socketio.EngineLink;
import app.focusly.socketio.Namespace;
import app.focusly.socketio.Socket;
import app.focusly.socketio.SocketIoOptions;
import app.focusly.socketio.SocketIoServer;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The server that the official suites expect on port 3000: at `/engine.io/` an Engine.IO echo, at
/// `/socket.io/` the echo that the Socket.IO suite describes, both with short heartbeats. Run it
/// from the test class path, and the suites against it.
public final class ConformanceServer {
  private static final Duration PING_INTERVAL = Duration.ofMillis(300);
  private static final Duration PING_TIMEOUT = Duration.ofMillis(200);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  private static final int PORT = 3_000;
  private static final int LOOPS = 2;
  private static final int MAX_SESSIONS = 10_000;

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS).setPreferNativeTransport(true));
  private final Loops loops =
      Loops.of(vertx, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
  private final EngineOptions options =
      EngineOptions.defaults().withHeartbeat(PING_INTERVAL, PING_TIMEOUT);
  private final Supplier<String> ids = RandomIds.alphanumeric(new SecureRandom());
  private final EngineEndpoint engineIo = endpoint(engineEcho());
  private final EngineEndpoint socketIo = endpoint(new SocketIoApplication(socketIoEcho()));

  private ConformanceServer() {}

  /// Listens until the process is ended.
  public static void main(String[] arguments) throws Exception {
    new ConformanceServer().start();
  }

  private void start() throws Exception {
    vertx
        .deployVerticle(
            () ->
                new AbstractVerticle() {
                  @Override
                  public void start() {
                    vertx
                        .createHttpServer(
                            new HttpServerOptions()
                                .setHttp2ClearTextEnabled(false)
                                .setPort(PORT)
                                .setHost("127.0.0.1"))
                        .requestHandler(ConformanceServer.this::handle)
                        .listen();
                  }
                },
            new DeploymentOptions().setInstances(LOOPS))
        .await(10, TimeUnit.SECONDS);
    System.out.println("listening on " + PORT);
  }

  private EngineEndpoint endpoint(EngineApplication application) {
    return new EngineEndpoint(
        options,
        application,
        new WebSocketUpgrade(loops, options.maxPayload()),
        new ClientAddresses(List.of()),
        loops,
        ids,
        InstantSource.system(),
        Capacity.unlimited(MAX_SESSIONS));
  }

  private void handle(HttpServerRequest request) {
    EngineEndpoint endpoint = request.uri().startsWith("/engine.io") ? engineIo : socketIo;
    if (WebSocketUpgrade.asked(request)) {
      endpoint.upgrade(request);
    } else {
      endpoint.request(request);
    }
  }

  private static EngineApplication engineEcho() {
    return (_, link, _) -> new Echo(link);
  }

  private SocketIoServer socketIoEcho() {
    var server =
        new SocketIoServer(
            SocketIoOptions.defaults().withConnectTimeout(CONNECT_TIMEOUT),
            _ -> new LoopRooms(loops),
            ids,
            (event, failure) -> {
              throw new IllegalStateException(event, failure);
            });
    echo(server.of("/"));
    echo(server.of("/custom"));
    return server;
  }

  private static void echo(Namespace namespace) {
    namespace.onConnection(ConformanceServer::echo);
  }

  private static void echo(Socket socket) {
    socket.emit("auth", socket.auth());
    socket.on(
        "message",
        (arguments, _) -> socket.emit("message-back", arguments.toArray(JsonNode[]::new)));
    socket.on("message-with-ack", (arguments, ack) -> ack.send(arguments.toArray(JsonNode[]::new)));
  }

  private record Echo(EngineLink link) implements SessionHandler {
    @Override
    public void text(String message, long nowMillis) {
      link.send(new Packet.Text(message));
    }

    @Override
    public void binary(byte[] message, long nowMillis) {
      link.send(new Packet.Binary(message));
    }

    @Override
    public boolean joined() {
      return true;
    }

    @Override
    public void closed(CloseReason reason) {}

    @Override
    public long deadlineMillis() {
      return Long.MAX_VALUE;
    }

    @Override
    public void tick(long nowMillis) {}

    @Override
    public void shutDown() {
      link.close(CloseReason.FORCED_CLOSE);
    }
  }
}
