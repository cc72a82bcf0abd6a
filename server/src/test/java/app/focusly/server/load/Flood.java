package app.focusly.server.load;

import app.focusly.server.testing.Frame;
import app.focusly.server.testing.PollingClient;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.testing.RunningServer;
import app.focusly.server.testing.SocketIoClient;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.function.BooleanSupplier;

/// One kind of client that takes what it can get. Each runs again and again until it is stopped,
/// and whatever the server does to it is no failure.
enum Flood {
  /// Events as fast as they go.
  EVENTS {
    @Override
    void run(RunningServer server, BooleanSupplier over) {
      try (SocketIoClient client = SocketIoClient.connect(server)) {
        pour(client.webSocket().connection(), Frame.text("420[\"clock\"]").masked(), over);
      }
    }
  },
  /// Posts that are full of packets.
  POSTS {
    @Override
    void run(RunningServer server, BooleanSupplier over) {
      PollingClient client = PollingClient.open(server).connect();
      String body = String.join("\u001e", Collections.nCopies(10_000, "42[\"clock\"]"));
      while (!over.getAsBoolean() && client.post(body).status() == 200) {}
    }
  },
  /// Messages to a peer.
  PEERS {
    @Override
    void run(RunningServer server, BooleanSupplier over) {
      String id = Thread.currentThread().threadId() + "-" + System.nanoTime();
      try (RawWebSocket peer = RawWebSocket.open(server, "/peerjs?key=peerjs&token=t&id=" + id)) {
        String message = "{\"type\":\"CANDIDATE\",\"dst\":\"" + id + "\",\"payload\":{}}";
        pour(peer.connection(), Frame.text(message).masked(), over);
      }
    }
  },
  /// Pings.
  PINGS {
    @Override
    void run(RunningServer server, BooleanSupplier over) {
      try (SocketIoClient client = SocketIoClient.connect(server)) {
        pour(client.webSocket().connection(), Frame.whole(Frame.PING, new byte[4]).masked(), over);
      }
    }
  },
  /// One message in fragments of one byte.
  FRAGMENTS {
    @Override
    void run(RunningServer server, BooleanSupplier over) {
      try (SocketIoClient client = SocketIoClient.connect(server)) {
        client.webSocket().send(new Frame(Frame.TEXT, new byte[] {'4'}));
        pour(
            client.webSocket().connection(),
            new Frame(Frame.CONTINUATION, new byte[] {'x'}).masked(),
            over);
      }
    }
  },
  /// Sessions that are opened and not finished.
  SESSIONS {
    @Override
    void run(RunningServer server, BooleanSupplier over) {
      try (RawHttp http = RawHttp.connect(server)) {
        while (!over.getAsBoolean()) {
          http.send(RawHttp.request("GET", "/socket.io/?EIO=4&transport=polling", ""));
          http.read();
        }
      }
    }
  },
  /// Requests one behind the other, whose answers nobody reads.
  PIPELINE {
    @Override
    void run(RunningServer server, BooleanSupplier over) {
      try (RawHttp http = RawHttp.connect(server)) {
        pour(http, RawHttp.request("GET", "/api/me", "").getBytes(StandardCharsets.UTF_8), over);
      }
    }
  },
  /// The same, behind a poll that has no answer yet.
  BEHIND_A_POLL {
    @Override
    void run(RunningServer server, BooleanSupplier over) {
      PollingClient client = PollingClient.open(server).connect();
      try (RawHttp http = client.pollLater()) {
        pour(http, "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8), over);
      }
    }
  },
  /// The smallest requests, all answers read.
  PAGES {
    @Override
    void run(RunningServer server, BooleanSupplier over) {
      try (RawHttp http = RawHttp.connect(server)) {
        String many = "HEAD / HTTP/1.1\r\n\r\n".repeat(AT_ONCE);
        while (!over.getAsBoolean()) {
          http.send(many);
          for (int i = 0; i < AT_ONCE; i++) {
            http.readHead();
          }
        }
      }
    }
  },
  /// Connections one after the other.
  CONNECTS {
    @Override
    void run(RunningServer server, BooleanSupplier over) {
      RawHttp.connect(server).reset();
    }
  },
  /// WebSockets one after the other, each with all that a new one may send at once.
  SOCKETS {
    @Override
    void run(RunningServer server, BooleanSupplier over) {
      try (SocketIoClient client = SocketIoClient.connect(server)) {
        for (int i = 0; i < AT_ONCE; i++) {
          client.ask("clock");
        }
        client.call("clock");
      }
    }
  },
  /// Frames that say they are compressed, and fragments of more than a message may have.
  HOSTILE_FRAMES {
    @Override
    void run(RunningServer server, BooleanSupplier over) {
      try (SocketIoClient client = SocketIoClient.connect(server)) {
        client.webSocket().send(new Frame(Frame.FINAL | COMPRESSED | Frame.TEXT, new byte[1_000]));
        while (client.webSocket().read().opcode() != Frame.CLOSE) {}
      }
      try (SocketIoClient client = SocketIoClient.connect(server)) {
        client.webSocket().send(new Frame(Frame.BINARY, new byte[100_000]));
        pour(
            client.webSocket().connection(),
            new Frame(Frame.CONTINUATION, new byte[1_000]).masked(),
            over);
      }
    }
  },
  /// REST requests.
  REST {
    @Override
    void run(RunningServer server, BooleanSupplier over) {
      try (RawHttp http = RawHttp.connect(server)) {
        while (!over.getAsBoolean()) {
          http.send(RawHttp.request("GET", "/api/me", ""));
          http.read();
        }
      }
    }
  },
  /// Connections that begin a request and never end it.
  DRIPS {
    @Override
    void run(RunningServer server, BooleanSupplier over) {
      try (RawHttp http = RawHttp.connect(server)) {
        http.send("GET / HTTP/1.1\r\nX-Drip: ");
        http.awaitEnd();
      }
    }
  };

  private static final int AT_ONCE = 1_000;

  /// The first reserved bit, which is that of an extension nobody agreed to.
  private static final int COMPRESSED = 0x40;

  /// Does it once, until the server has had enough.
  abstract void run(RunningServer server, BooleanSupplier over);

  /// Sends the same until the connection ends.
  private static void pour(RawHttp connection, byte[] unit, BooleanSupplier over) {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < AT_ONCE; i++) {
      bytes.writeBytes(unit);
    }
    while (!over.getAsBoolean()) {
      connection.send(bytes.toByteArray());
    }
  }
}
