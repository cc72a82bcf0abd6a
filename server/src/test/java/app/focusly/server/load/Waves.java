package app.focusly.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.testing.Scrape;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Clients that join together and vanish without a word: their connection is reset, or only closed;
/// some of them poll and never come back, and some are peers. When all are gone, everything is as
/// it was.
final class Waves {
  private static final int KINDS = 5;
  private static final int ROOMS = 100;
  private static final long MIB = 1024 * 1024;

  private Waves() {}

  /// @param silence how long a client may say nothing before it counts as gone
  /// @param growthMib what the heap may have grown by when all is over
  static void run(int rounds, int clients, Duration silence, int growthMib) {
    Map<String, String> settings = new HashMap<>(Clients.UNLIMITED_ADDRESS);
    settings.put("FOCUSLY_PING_INTERVAL", silence.dividedBy(2).toMillis() + "ms");
    settings.put("FOCUSLY_PING_TIMEOUT", silence.dividedBy(2).toMillis() + "ms");
    settings.put("FOCUSLY_PEERJS_ALIVE_TIMEOUT", silence.toMillis() + "ms");
    settings.put("FOCUSLY_PEERJS_CONCURRENT_LIMIT", "10000");
    try (TestServer server = TestServer.start(settings)) {
      wave(server, clients, 0); // classes are loaded, pools filled
      Scrape.await(server, Scrape::quiet);
      long before = usedHeap();
      for (int round = 1; round <= rounds; round++) {
        wave(server, clients, round);
      }
      Scrape end = Scrape.await(server, Scrape::quiet);
      long after = usedHeap();
      System.out.printf(
          "waves: rounds=%d clients=%d heap before=%d KiB after=%d KiB netty direct=%.0f KiB%n",
          rounds, clients, before / 1024, after / 1024, end.value("netty_direct_memory") / 1024);
      assertThat(after - before).isLessThan(growthMib * MIB);
    }
  }

  private static void wave(TestServer server, int count, int round) {
    List<Runnable> ends =
        Clients.connect(count, index -> client(server, index, round + "-" + index));
    Scrape present = Scrape.of(server);
    assertThat(present.value("focusly_peers")).isGreaterThanOrEqualTo((double) count / KINDS);
    assertThat(present.value("focusly_members")).isGreaterThanOrEqualTo(4.0 * count / KINDS);
    ends.forEach(Runnable::run);
    System.out.printf("waves: round=%d%n", round);
  }

  /// @return how it vanishes
  private static Runnable client(TestServer server, int index, String name) {
    String room = "wave-" + index % ROOMS;
    return switch (index % KINDS) {
      case 0, 1 -> {
        SocketIoClient client = SocketIoClient.connect(server);
        client.join(room, name);
        RawHttp connection = client.webSocket().connection();
        yield index % KINDS == 0 ? connection::reset : connection::close;
      }
      case 2 -> {
        RawHttp connection = polling(server, room, name);
        yield connection::reset;
      }
      case 3 -> {
        RawHttp connection = polling(server, room, name);
        connection.send("GET /socket.io/ HT"); // in the middle of a word
        yield connection::reset;
      }
      default -> {
        RawWebSocket peer = RawWebSocket.open(server, "/peerjs?key=peerjs&id=" + name + "&token=t");
        if (!peer.text().contains("OPEN")) {
          throw new AssertionError("no peer");
        }
        yield peer.connection()::reset;
      }
    };
  }

  /// A member who polls once and never again; no poll is open when the connection goes, so that
  /// only the missing pong tells.
  private static RawHttp polling(TestServer server, String room, String name) {
    RawHttp http = RawHttp.connect(server);
    http.send(RawHttp.request("GET", "/socket.io/?EIO=4&transport=polling", ""));
    String sid = http.read().text().split("\"", -1)[3];
    String path = "/socket.io/?EIO=4&transport=polling&sid=" + sid;
    String join = "40\u001e420[\"join-room\",\"" + room + "\",\"" + name + "\"]";
    http.send(RawHttp.request("POST", path, join));
    if (!http.read().text().equals("ok")) {
      throw new AssertionError("not joined");
    }
    return http;
  }

  private static long usedHeap() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
