package app.focusly.server.testing;

import app.focusly.engineio.CloseReason;
import app.focusly.engineio.Packet;
import app.focusly.server.engine.EngineApplication;
import app.focusly.server.engine.LoopRooms;
import app.focusly.server.engine.SessionHandler;
import app.focusly.server.security.RandomIds;
import app.focusly.server.websocket.Loops;
import app.focusly.socketio.EngineLink;
import app.focusly.socketio.Namespace;
import app.focusly.socketio.Socket;
import app.focusly.socketio.SocketIoOptions;
import app.focusly.socketio.SocketIoServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Duration;

/// Applications that say back what they hear, as the official suites describe them.
public final class EchoApplications {
  private EchoApplications() {}

  /// Each message comes back.
  public static EngineApplication engineIo() {
    return (_, link, _) -> new Echo(link);
  }

  /// In the namespaces `/` and `/custom` each `message` comes back as `message-back`, and each
  /// `message-with-ack` as its acknowledgement.
  static SocketIoServer socketIo(Loops loops, Duration connectTimeout) {
    var server =
        new SocketIoServer(
            SocketIoOptions.defaults().withConnectTimeout(connectTimeout),
            _ -> new LoopRooms(loops),
            RandomIds.alphanumeric(new SecureRandom()),
            (event, failure) -> {
              throw new IllegalStateException(event, failure);
            });
    echo(server.of("/"));
    echo(server.of("/custom"));
    return server;
  }

  private static void echo(Namespace namespace) {
    namespace.onConnection(EchoApplications::echo);
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
