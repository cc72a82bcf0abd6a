package app.focusly.bench.jmh;

import app.focusly.socketio.ClientConnection;
import app.focusly.socketio.Handshake;
import app.focusly.socketio.LocalRooms;
import app.focusly.socketio.Namespace;
import app.focusly.socketio.SocketIoOptions;
import app.focusly.socketio.SocketIoServer;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Socket.IO without a server around it: clients whose packets go nowhere.
final class Library {
  private static final String CONNECT = "0";

  private final AtomicInteger ids = new AtomicInteger();
  private final SocketIoServer server =
      new SocketIoServer(
          SocketIoOptions.defaults(),
          _ -> new LocalRooms(),
          () -> "socket-" + ids.incrementAndGet(),
          (event, failure) -> {
            throw new IllegalStateException(event, failure);
          });
  private final NullLink link = new NullLink();

  /// The default namespace.
  Namespace namespace() {
    return server.of("/");
  }

  /// A client that has joined it.
  ClientConnection connect() {
    var handshake = new Handshake(Map.of(), "/socket.io/", "127.0.0.1", false, Instant.EPOCH);
    var client = new ClientConnection(server, handshake, link, 0);
    client.text(CONNECT, 0);
    return client;
  }

  /// Where all their packets go.
  NullLink link() {
    return link;
  }
}
