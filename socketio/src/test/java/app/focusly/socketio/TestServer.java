package app.focusly.socketio;

import java.util.ArrayList;
import java.util.List;

/// A server in memory with ids that can be foretold: `s1`, `s2`, ….
final class TestServer {
  /// What listeners threw, as `event: message`.
  final List<String> failures = new ArrayList<>();

  /// The sockets that were accepted, in this order.
  final List<Socket> sockets = new ArrayList<>();

  final LocalRooms rooms = new LocalRooms();
  final SocketIoServer io;
  final Namespace main;
  private int ids;

  TestServer() {
    this(SocketIoOptions.defaults());
  }

  TestServer(SocketIoOptions options) {
    io =
        new SocketIoServer(
            options,
            name -> name.equals("/") ? rooms : new LocalRooms(),
            () -> "s" + ++ids,
            (event, failure) -> failures.add(event + ": " + failure.getMessage()));
    main = io.of("/").onConnection(sockets::add);
  }

  /// A client that has said nothing.
  TestClient client() {
    return new TestClient(io);
  }

  /// A client in the main namespace, to which nothing was sent but that.
  TestClient connected() {
    TestClient client = client();
    client.say("0");
    client.sent.clear();
    client.packets.clear();
    return client;
  }
}
