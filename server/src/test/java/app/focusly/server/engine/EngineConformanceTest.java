package app.focusly.server.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.focusly.engineio.EngineOptions;
import app.focusly.server.testing.EngineServer;
import app.focusly.server.testing.Frame;
import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.PollingClient;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.RawWebSocket;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Engine.IO protocol 4 as its document says it, over sockets: below a bare application and below
/// Socket.IO alike.
@ParameterizedClass
@ValueSource(strings = {"/engine.io/", "/socket.io/"})
class EngineConformanceTest {
  private static final EngineOptions OPTIONS =
      EngineOptions.defaults().withHeartbeat(Duration.ofMillis(300), Duration.ofSeconds(1));

  @AutoClose
  private static final EngineServer SERVER = EngineServer.start(OPTIONS, EngineServer.hooks());

  private final String path;

  EngineConformanceTest(String path) {
    this.path = path;
  }

  private PollingClient polling() {
    return PollingClient.open(SERVER, path + "?EIO=4&transport=polling");
  }

  private RawWebSocket webSocket() {
    RawWebSocket webSocket = RawWebSocket.open(SERVER, path + "?EIO=4&transport=websocket");
    assertThat(webSocket.text()).startsWith("0{");
    return webSocket;
  }

  @Test
  void aSessionBeginsByPolling() {
    HttpAnswer answer = RawHttp.get(SERVER, path + "?EIO=4&transport=polling");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .matches(
            "0\\{\"sid\":\"[^\"]+\",\"upgrades\":\\[\"websocket\"],\"pingInterval\":300,"
                + "\"pingTimeout\":1000,\"maxPayload\":1000000}");
  }

  @Test
  void aSessionBeginsByWebSocket() {
    try (RawWebSocket webSocket = RawWebSocket.open(SERVER, path + "?EIO=4&transport=websocket")) {
      assertThat(webSocket.text())
          .matches(
              "0\\{\"sid\":\"[^\"]+\",\"upgrades\":\\[],\"pingInterval\":300,"
                  + "\"pingTimeout\":1000,\"maxPayload\":1000000}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  transport=polling",
    "GET,  EIO=abc&transport=polling",
    "GET,  EIO=4",
    "GET,  EIO=4&transport=abc",
    "POST, EIO=4&transport=polling",
    "PUT,  EIO=4&transport=polling"
  })
  void noSessionBeginsByPollingWith(String method, String query) {
    assertThat(RawHttp.ask(SERVER, method, path + "?" + query, "").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "transport=websocket",
        "EIO=abc&transport=websocket",
        "EIO=4",
        "EIO=4&transport=x"
      })
  void noSessionBeginsByWebSocketWith(String query) {
    assertThatThrownBy(() -> RawWebSocket.open(SERVER, path + "?" + query))
        .hasMessageContaining("400");
  }

  @Test
  void aPollingClientIsPingedAgainAndAgain() {
    PollingClient client = polling();
    for (int i = 0; i < 3; i++) {
      assertThat(client.poll().text()).isEqualTo("2");
      assertThat(client.post("3").text()).isEqualTo("ok");
    }
  }

  @Test
  void aPollingClientThatDoesNotAnswerIsForgotten() {
    PollingClient client = polling();
    assertThat(client.poll().text()).isEqualTo("2");
    assertThat(client.poll().text()).isEqualTo("1");
    assertThat(client.poll().status()).isEqualTo(400);
  }

  @Test
  void aWebSocketIsPingedAgainAndAgain() {
    try (RawWebSocket webSocket = webSocket()) {
      for (int i = 0; i < 3; i++) {
        assertThat(webSocket.text()).isEqualTo("2");
        webSocket.send("3");
      }
    }
  }

  @Test
  void aWebSocketThatDoesNotAnswerIsClosed() {
    try (RawWebSocket webSocket = webSocket()) {
      assertThat(webSocket.text()).isEqualTo("2");
      assertThat(webSocket.closed()).isEqualTo(1000);
    }
  }

  @Test
  void aCloseByPollingEndsTheOpenPollWithANoop() {
    PollingClient client = polling();
    try (RawHttp poll = client.pollLater()) {
      assertThat(client.post("1").status()).isEqualTo(200);
      assertThat(poll.read().text()).isEqualTo("6");
    }
    assertThat(client.poll().status()).isEqualTo(400);
  }

  @Test
  void aCloseByWebSocketClosesIt() {
    try (RawWebSocket webSocket = webSocket()) {
      webSocket.send("1");
      assertThat(webSocket.closed()).isEqualTo(1000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "", "7"})
  void aBodyThatIsNoPacketEndsTheSession(String body) {
    PollingClient client = polling();
    assertThat(client.post(body).status()).isEqualTo(400);
    assertThat(client.poll().status()).isEqualTo(400);
  }

  @Test
  void aFrameThatIsNoPacketEndsTheSession() {
    try (RawWebSocket webSocket = webSocket()) {
      webSocket.send("abc");
      assertThat(webSocket.closed()).isEqualTo(1000);
    }
  }

  @Test
  void twoPollsAtOnceEndTheSession() {
    PollingClient client = polling();
    try (RawHttp one = client.pollLater();
        RawHttp two = client.pollLater()) {
      String answers = one.read().text() + two.read().text(); // whichever came first
      String refusal = "{\"code\":3,\"message\":\"Bad request\"}";
      assertThat(answers).isIn("1" + refusal, refusal + "1");
    }
    assertThat(client.poll().status()).isEqualTo(400);
  }

  /// Whether the next poll comes before the end of the cancelled one, or after.
  @Test
  void aPollThatIsCancelledEndsTheSession() {
    PollingClient client = polling();
    try (RawHttp poll = client.pollLater()) {
      assertThat(poll.read().text()).as("the connection is known").isEqualTo("2");
      client.post("3");
      poll.send(RawHttp.request("GET", client.path(), ""));
      poll.send(RawHttp.request("GET", client.path(), "")); // waits behind the poll
      poll.reset();
    }
    client.poll();
    assertThat(client.poll().text()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
  }

  @Test
  void aSessionMovesFromPollingToWebSocket() {
    PollingClient client = polling();
    try (RawWebSocket webSocket = client.probe()) {
      webSocket.send("2probe");
      assertThat(webSocket.text()).isEqualTo("3probe");
      assertThat(client.poll().text()).isEqualTo("6");
      webSocket.send("5");
      assertServed(webSocket);
    }
  }

  @Test
  void aPollAfterTheMoveIsRefused() {
    PollingClient client = polling();
    try (RawWebSocket webSocket = moved(client)) {
      assertThat(client.poll().status()).isEqualTo(400);
      assertServed(webSocket);
    }
  }

  @Test
  void aSecondWebSocketAfterTheMoveIsClosed() {
    PollingClient client = polling();
    try (RawWebSocket webSocket = moved(client);
        RawWebSocket second = client.probe()) {
      assertThat(second.closed()).isEqualTo(1000);
      assertServed(webSocket);
    }
  }

  private static RawWebSocket moved(PollingClient client) {
    RawWebSocket webSocket = client.probe();
    webSocket.send("2probe");
    assertThat(webSocket.text()).isEqualTo("3probe");
    webSocket.send("5");
    return webSocket;
  }

  /// Both echoes answer something, each in its own way.
  private void assertServed(RawWebSocket webSocket) {
    if (path.equals("/engine.io/")) {
      webSocket.send("4hello");
      assertThat(afterPings(webSocket)).isEqualTo("4hello");
    } else {
      webSocket.send("40/unknown");
      assertThat(afterPings(webSocket)).startsWith("44/unknown,");
    }
  }

  private static String afterPings(RawWebSocket webSocket) {
    Frame frame = webSocket.read();
    while (frame.text().equals("2")) {
      frame = webSocket.read();
    }
    return frame.text();
  }
}
