package app.focusly.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.PollingClient;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.testing.Scrape;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the clients of one address hear when they are too many, and that others do not notice.
class AddressLimitsTest {
  private static final String OPEN = "/socket.io/?EIO=4&transport=polling";

  private static String from(String address) {
    return "X-Forwarded-For: " + address;
  }

  private static TestServer start(String option, String value) {
    return TestServer.start(Map.of("FOCUSLY_TRUSTED_PROXIES", "127.0.0.1", option, value));
  }

  private static void assertRateLimited(HttpAnswer answer) {
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.text()).isEqualTo("{\"code\":4,\"message\":\"Rate limited\"}");
    assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow())).isPositive();
  }

  @Test
  void sessionsThatAreOpenedAndNotFinishedAreLimitedByAddress() {
    try (TestServer server = start("FOCUSLY_ADDRESS_UNJOINED", "20")) {
      for (int i = 0; i < 20; i++) {
        assertThat(RawHttp.get(server, OPEN, from("192.0.2.1")).status()).isEqualTo(200);
      }
      assertRateLimited(RawHttp.get(server, OPEN, from("192.0.2.1")));
      assertThat(RawHttp.get(server, OPEN, from("192.0.2.2")).status()).isEqualTo(200);
      assertThat(Scrape.of(server).limit("FOCUSLY_ADDRESS_UNJOINED")).isEqualTo(1);
    }
  }

  @Test
  void aSessionThatHasJoinedMakesPlaceForAnother() {
    try (TestServer server = start("FOCUSLY_ADDRESS_UNJOINED", "1")) {
      PollingClient.open(server).connect();
      PollingClient second = PollingClient.open(server);
      assertRateLimited(RawHttp.get(server, OPEN));
      second.post("1");
      Scrape.await(server, now -> now.value("focusly_sessions{transport=\"polling\"}") == 1);
      assertThat(RawHttp.get(server, OPEN).status()).isEqualTo(200);
    }
  }

  @Test
  void anIpv6AddressIsAsGoodAsItsNeighbour() {
    try (TestServer server = start("FOCUSLY_ADDRESS_SESSIONS", "1")) {
      assertThat(RawHttp.get(server, OPEN, from("2001:db8::1")).status()).isEqualTo(200);
      assertRateLimited(RawHttp.get(server, OPEN, from("2001:db8::2")));
      assertThat(RawHttp.get(server, OPEN, from("2001:db8:0:1::1")).status()).isEqualTo(200);
    }
  }

  @Test
  void aWebSocketThatIsOneTooManyIsRefused() {
    try (TestServer server = start("FOCUSLY_ADDRESS_SESSIONS", "1");
        SocketIoClient first = SocketIoClient.connect(server)) {
      String upgrade = RawWebSocket.upgrade("/socket.io/?EIO=4&transport=websocket");
      try (RawHttp second = RawHttp.connect(server)) {
        second.send(upgrade);
        HttpAnswer answer = second.read();
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.text()).isEqualTo("Rate limited");
      }
      first.leave();
      Scrape.await(server, Scrape::quiet);
      SocketIoClient.connect(server).leave();
    }
  }

  /// One that only looks like a handshake used to keep its place for good.
  @Test
  void aHandshakeThatFailsTakesNoPlace() {
    try (TestServer server = start("FOCUSLY_ADDRESS_SESSIONS", "1")) {
      String path = "/socket.io/?EIO=4&transport=websocket";
      for (int i = 0; i < 3; i++) {
        assertThat(RawHttp.get(server, path, "Upgrade: websocket").status()).isEqualTo(400);
      }
      SocketIoClient.connect(server).leave();
    }
  }

  @Test
  void handshakesAreLimitedByAddressAndTime() {
    try (TestServer server = start("FOCUSLY_ADDRESS_HANDSHAKES", "1/3")) {
      for (int i = 0; i < 3; i++) {
        assertThat(RawHttp.get(server, OPEN, from("192.0.2.1")).status()).isEqualTo(200);
      }
      assertRateLimited(RawHttp.get(server, OPEN, from("192.0.2.1")));
      assertThat(RawHttp.get(server, OPEN, from("192.0.2.2")).status()).isEqualTo(200);
    }
  }

  @Test
  void peerSocketsCountAsHandshakes() {
    try (TestServer server = start("FOCUSLY_ADDRESS_HANDSHAKES", "1/1");
        RawWebSocket first = RawWebSocket.open(server, "/peerjs?key=peerjs&id=a&token=t");
        RawHttp second = RawHttp.connect(server)) {
      assertThat(first.text()).contains("OPEN");
      second.send(RawWebSocket.upgrade("/peerjs?key=peerjs&id=b&token=t"));
      assertThat(second.read().status()).isEqualTo(429);
    }
  }

  @Test
  void restRequestsAreLimitedWithAProblem() {
    try (TestServer server = start("FOCUSLY_ADDRESS_REST", "1/3")) {
      for (String path : List.of("/api/me", "/peerjs/peerjs/id", "/api/rooms/abc")) {
        assertThat(RawHttp.get(server, path, from("192.0.2.1")).status()).isEqualTo(200);
      }
      HttpAnswer answer = RawHttp.get(server, "/api/me", from("192.0.2.1"));
      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.header("Content-Type")).contains("application/problem+json");
      assertThat(answer.header("Retry-After")).contains("1");
      assertThat(answer.text()).contains("\"code\":\"rate-limited\"");
      assertThat(RawHttp.get(server, "/api/me", from("192.0.2.2")).status()).isEqualTo(200);
      assertThat(RawHttp.get(server, "/healthz", from("192.0.2.1")).status()).isEqualTo(200);
    }
  }

  @Test
  void requestsOfAnyKindAreLimited() {
    try (TestServer server = start("FOCUSLY_ADDRESS_REQUESTS", "1/5");
        RawHttp http = RawHttp.connect(server)) {
      String request = RawHttp.request("GET", "/r/some-room", "", from("192.0.2.1"));
      http.send(request.repeat(1_000)); // in one go: what is behind the limit is not even read
      int taken = 0;
      HttpAnswer answer = http.read();
      while (answer.status() == 200) {
        taken++;
        answer = http.read();
      }
      assertThat(taken).isBetween(5, 10);
      assertThat(answer.status()).isEqualTo(429);
      http.awaitEnd();
      assertThat(Scrape.of(server).limit("FOCUSLY_ADDRESS_REQUESTS")).isEqualTo(1);
    }
  }

  @Test
  void connectionsBeyondTheLimitAreClosedUnread() {
    try (TestServer server = TestServer.start(Map.of("FOCUSLY_ADDRESS_CONNECTIONS", "5"))) {
      List<RawHttp> connections = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        RawHttp http = RawHttp.connect(server);
        http.send(RawHttp.request("GET", "/healthz", ""));
        assertThat(http.read().status()).isEqualTo(200);
        connections.add(http);
      }
      try (RawHttp more = RawHttp.connect(server)) {
        more.awaitEnd();
      }
      connections.removeFirst().close();
      assertThat(reaches(server)).isTrue();
      connections.forEach(RawHttp::close);
    }
  }

  @Test
  void connectionsThatComeTooFastAreClosedUnread() {
    try (TestServer server = TestServer.start(Map.of("FOCUSLY_ADDRESS_CONNECTS", "1/3"));
        RawHttp first = RawHttp.connect(server)) {
      first.send(RawHttp.request("GET", "/healthz", "")); // accepted before those that follow
      assertThat(first.read().status()).isEqualTo(200);
      for (int i = 0; i < 100; i++) {
        RawHttp.connect(server).close();
      }
      // Whose client has gone is refused when its loop comes to it, be that later.
      Scrape.await(first, scrape -> scrape.limit("FOCUSLY_ADDRESS_CONNECTS") > 0);
    }
  }

  @Test
  void requestsOfOneConnectionAreReadAtItsRateAndNoneIsLost() {
    try (TestServer server = TestServer.start(Map.of("FOCUSLY_REQUESTS", "50/100"));
        RawHttp http = RawHttp.connect(server)) {
      long start = System.nanoTime();
      http.send(RawHttp.request("GET", "/healthz", "").repeat(180));
      for (int i = 0; i < 180; i++) {
        assertThat(http.read().status()).isEqualTo(200);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
      assertThat(Scrape.of(server).limit("FOCUSLY_REQUESTS")).isPositive();
    }
  }

  @Test
  void aTrustedProxysConnectionIsOfMany() {
    try (TestServer server = start("FOCUSLY_REQUESTS", "1/1");
        RawHttp http = RawHttp.connect(server)) {
      http.send(RawHttp.request("GET", "/healthz", "").repeat(100));
      for (int i = 0; i < 100; i++) {
        assertThat(http.read().status()).isEqualTo(200);
      }
      assertThat(Scrape.of(server).limit("FOCUSLY_REQUESTS")).isZero();
    }
  }

  /// The server may hear of the end of the one before a moment after the client.
  private static boolean reaches(TestServer server) {
    for (int i = 0; i < 1_000; i++) {
      try {
        return RawHttp.get(server, "/healthz").status() == 200;
      } catch (UncheckedIOException expected) { // closed unread
      }
    }
    return false;
  }

  @Test
  void aTrustedProxyHasAsManyConnectionsAsItNeeds() {
    try (TestServer server = start("FOCUSLY_ADDRESS_CONNECTIONS", "1")) {
      try (RawHttp first = RawHttp.connect(server);
          RawHttp second = RawHttp.connect(server)) {
        for (RawHttp http : List.of(first, second)) {
          http.send(RawHttp.request("GET", "/healthz", ""));
          assertThat(http.read().status()).isEqualTo(200);
        }
      }
    }
  }
}
