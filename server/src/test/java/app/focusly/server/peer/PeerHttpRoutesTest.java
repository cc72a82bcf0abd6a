package app.focusly.server.peer;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerHttpRoutesTest {
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @AutoClose private static final TestServer SERVER = TestServer.start();

  @AutoClose
  private static final TestServer OPEN =
      TestServer.start(
          Map.of("FOCUSLY_PEERJS_ALLOW_DISCOVERY", "true", "FOCUSLY_PEERJS_KEY", "my-key"));

  @ParameterizedTest
  @ValueSource(strings = {"/peerjs/id", "/peerjs/peerjs/id", "/peerjs/id?ts=17&version=1.5.5"})
  void anIdIsGivenInBothShapesOfTheUrl(String path) {
    HttpAnswer answer = RawHttp.get(SERVER, path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).matches(UUID);
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(RawHttp.get(SERVER, path).text()).isNotEqualTo(answer.text());
  }

  @Test
  void theInfoIsPeerServers() {
    assertThat(RawHttp.get(SERVER, "/peerjs").json().toString())
        .isEqualTo(
            "{\"name\":\"PeerJS Server\","
                + "\"description\":\"A server side element to broker connections between PeerJS"
                + " clients.\",\"website\":\"https://peerjs.com/\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /peerjs/peers,        401",
    "GET,  /peerjs/peerjs/peers, 401",
    "GET,  /peerjs/wrong/id,     401",
    "GET,  /peerjs/wrong/peers,  401",
    "GET,  /peerjs/no/such/path, 404",
    "POST, /peerjs/id,           404",
    "HEAD, /peerjs/id,           200"
  })
  void otherRequestsAreAnsweredWith(String method, String path, int status) {
    assertThat(RawHttp.ask(SERVER, method, path, "").status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "/my-key/id,          200",
    "/peerjs/my-key/id,   200",
    "/peerjs/peerjs/id,   401",
    "/peerjs/id,          401"
  })
  void anotherKeyTakesThePlaceOfTheUsualOne(String path, int status) {
    assertThat(RawHttp.get(OPEN, path).status()).isEqualTo(status);
  }

  @Test
  void discoveryListsWhoIsThere() {
    try (RawWebSocket ann = RawWebSocket.open(OPEN, "/peerjs?key=my-key&id=ann&token=t")) {
      assertThat(ann.text()).isEqualTo("{\"type\":\"OPEN\"}");
      assertThat(RawHttp.get(OPEN, "/my-key/peers").text()).isEqualTo("[\"ann\"]");
      assertThat(RawHttp.get(OPEN, "/peerjs/my-key/peers").text()).isEqualTo("[\"ann\"]");
    }
  }

  @Test
  void pagesOfOtherOriginsMayAsk() {
    HttpAnswer answer = RawHttp.get(SERVER, "/peerjs/id", "Origin: https://clone.example");
    assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
  }
}
