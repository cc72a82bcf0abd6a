package app.focusly.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginTest {
  private static final String LISTED = "https://app.example";
  private static final String FOREIGN = "Origin: https://foreign.example";
  private static final String OWN = "Origin: http://focusly.test";

  @AutoClose private static final TestServer OPEN = TestServer.start();

  @AutoClose
  private static final TestServer CLOSED =
      TestServer.start(Map.of("FOCUSLY_ORIGINS", LISTED + ", http://Two.example:8080"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/me",
        "/api/nothing",
        "/healthz",
        "/peerjs/id",
        "/socket.io/?EIO=4&transport=polling",
        "/socket.io/?EIO=4&transport=polling&sid=unknown",
        "/socket.io/socket.io.js"
      })
  void anOpenServerLetsAnyPageReadAndNeverWithCookies(String path) {
    HttpAnswer answer = RawHttp.get(OPEN, path, FOREIGN);
    assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
    assertThat(answer.headers()).doesNotContainKey("access-control-allow-credentials");
    assertThat(answer.headers()).doesNotContainKey("set-cookie");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/me", "/peerjs/id", "/socket.io/?EIO=4&transport=polling"})
  void aListedOriginMayReadWithCookies(String path) {
    HttpAnswer answer = RawHttp.get(CLOSED, path, "Origin: " + LISTED);
    assertThat(answer.header("Access-Control-Allow-Origin")).contains(LISTED);
    assertThat(answer.header("Access-Control-Allow-Credentials")).contains("true");
    assertThat(answer.headers().get("vary")).contains("Origin");
  }

  @Test
  void anOriginIsKnownWhateverItsCase() {
    HttpAnswer answer = RawHttp.get(CLOSED, "/api/me", "Origin: http://two.example:8080");
    assertThat(answer.header("Access-Control-Allow-Origin")).contains("http://two.example:8080");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://foreign.example",
        "https://app.example.foreign.example",
        "https://app.example:8443",
        "http://app.example",
        "null"
      })
  void anOriginThatIsNotListedMayNotRead(String origin) {
    HttpAnswer answer = RawHttp.get(CLOSED, "/api/me", "Origin: " + origin);
    assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
    assertThat(answer.headers()).doesNotContainKey("set-cookie");
    assertThat(answer.headers().get("vary")).contains("Origin");
  }

  @Test
  void anAssetThatDiffersByOriginSaysSoBesideItsCoding() {
    HttpAnswer answer = RawHttp.get(CLOSED, "/socket.io/socket.io.js", "Origin: " + LISTED);
    assertThat(answer.headers().get("vary")).isEqualTo(List.of("Origin", "Accept-Encoding"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/socket.io/?EIO=4&transport=websocket", "/peerjs?key=peerjs&id=a&token=t"})
  void aPageOfAForeignOriginOpensAWebSocketOnAnOpenServerAlone(String path) {
    try (RawWebSocket open = RawWebSocket.open(OPEN, path, FOREIGN);
        RawWebSocket own = RawWebSocket.open(CLOSED, path, OWN);
        RawWebSocket listed = RawWebSocket.open(CLOSED, path, "Origin: " + LISTED);
        RawHttp refused = RawHttp.connect(CLOSED)) {
      assertThat(List.of(open.text(), own.text(), listed.text())).hasSize(3);
      refused.send(RawWebSocket.upgrade(path, FOREIGN));
      HttpAnswer answer = refused.read();
      assertThat(answer.status()).isIn(400, 403); // Socket.IO refuses upgrades with 400
      assertThat(answer.text()).isEqualTo("Origin not allowed");
      refused.awaitEnd();
    }
  }

  @Test
  void aPageOfAForeignOriginOpensNoSessionByPollingEither() {
    HttpAnswer answer = RawHttp.get(CLOSED, "/socket.io/?EIO=4&transport=polling", FOREIGN);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).isEqualTo("{\"code\":4,\"message\":\"Origin not allowed\"}");
  }

  @Test
  void aPreflightIsAnswered() {
    HttpAnswer answer =
        RawHttp.ask(
            CLOSED,
            "OPTIONS",
            "/socket.io/?EIO=4&transport=polling",
            "",
            "Origin: " + LISTED,
            "Access-Control-Request-Method: POST",
            "Access-Control-Request-Headers: content-type, x-token");
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Access-Control-Allow-Origin")).contains(LISTED);
    assertThat(answer.header("Access-Control-Allow-Methods").orElseThrow()).contains("POST");
    assertThat(answer.header("Access-Control-Allow-Headers")).contains("content-type, x-token");
    assertThat(answer.header("Access-Control-Max-Age")).contains("600");
  }

  @Test
  void aPreflightOfAForeignOriginAllowsNothing() {
    HttpAnswer answer = RawHttp.ask(CLOSED, "OPTIONS", "/api/rooms", "", FOREIGN);
    assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void headersThatAreNoneAreNotEchoed() {
    HttpAnswer answer =
        RawHttp.ask(
            OPEN, "OPTIONS", "/api/rooms", "", FOREIGN, "Access-Control-Request-Headers: <b>");
    assertThat(answer.headers()).doesNotContainKey("access-control-allow-headers");
  }
}
