package app.focusly.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.Scrape;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Requests that drip in, or are larger than anybody needs.
class SlowRequestsTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            Map.of(
                "FOCUSLY_HEADER_TIMEOUT", "300ms",
                "FOCUSLY_BODY_TIMEOUT", "300ms",
                "FOCUSLY_MAX_LINE", "1000",
                "FOCUSLY_MAX_HEADERS", "2000"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void headersThatDoNotEndInTimeEndTheConnection() {
    double before = Scrape.of(server).limit("FOCUSLY_HEADER_TIMEOUT");
    try (RawHttp http = RawHttp.connect(server)) {
      http.send("GET /healthz HTTP/1.1\r\nHost: a\r\nX-One: 1\r\n");
      http.awaitEnd();
    }
    assertThat(Scrape.of(server).limit("FOCUSLY_HEADER_TIMEOUT")).isEqualTo(before + 1);
  }

  @Test
  void theNextRequestOfAConnectionHasItsOwnTime() {
    try (RawHttp http = RawHttp.connect(server)) {
      http.send(RawHttp.request("GET", "/healthz", ""));
      assertThat(http.read().status()).isEqualTo(200);
      http.send("GET /healthz HT");
      http.awaitEnd();
    }
  }

  @Test
  void aBodyThatDoesNotEndInTimeEndsTheConnectionAndTheSession() {
    double before = Scrape.of(server).limit("FOCUSLY_BODY_TIMEOUT");
    String opened = RawHttp.get(server, "/socket.io/?EIO=4&transport=polling").text();
    String sid = opened.split("\"", -1)[3];
    try (RawHttp http = RawHttp.connect(server)) {
      http.send(
          "POST /socket.io/?EIO=4&transport=polling&sid="
              + sid
              + " HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n40");
      http.awaitEnd();
    }
    assertThat(Scrape.of(server).limit("FOCUSLY_BODY_TIMEOUT")).isEqualTo(before + 1);
    Scrape.await(server, Scrape::quiet);
  }

  /// The time of the request that asked for it must not count for the socket.
  @Test
  void aWebSocketAndAnIdleConnectionHaveNoSuchHurry() {
    try (RawHttp idle = RawHttp.connect(server);
        RawHttp slow = RawHttp.connect(server);
        SocketIoClient client = SocketIoClient.connect(server)) {
      slow.send("GET /");
      slow.awaitEnd(); // by then as much time has passed as a request may take
      assertThat(client.call("clock").get("ok").booleanValue()).isTrue();
      idle.send(RawHttp.request("GET", "/healthz", ""));
      assertThat(idle.read().status()).isEqualTo(200);
      client.leave();
    }
  }

  @Test
  void aUrlThatIsTooLongIsRefused() {
    try (RawHttp http = RawHttp.connect(server)) {
      http.send(RawHttp.request("GET", "/" + "x".repeat(1_000), ""));
      assertThat(http.read().status()).isEqualTo(414);
    }
  }

  @Test
  void headersThatAreTooLargeAreRefused() {
    try (RawHttp http = RawHttp.connect(server)) {
      http.send(RawHttp.request("GET", "/", "", "X-Large: " + "x".repeat(2_000)));
      assertThat(http.read().status()).isEqualTo(431);
    }
  }
}
