package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineRequestTest {

  @Test
  void readsAHandshakeOnEachTransport() {
    assertThat(read("GET", false, "EIO=4&transport=polling"))
        .isEqualTo(new EngineRequest.OpenPolling());
    assertThat(read("GET", true, "EIO=4&transport=websocket"))
        .isEqualTo(new EngineRequest.OpenWebSocket());
  }

  @Test
  void readsRequestsOfASession() {
    assertThat(read("GET", false, "EIO=4&transport=polling&sid=a"))
        .isEqualTo(new EngineRequest.Poll("a"));
    assertThat(read("POST", false, "EIO=4&transport=polling&sid=a"))
        .isEqualTo(new EngineRequest.Post("a"));
    assertThat(read("GET", true, "EIO=4&transport=websocket&sid=a"))
        .isEqualTo(new EngineRequest.Probe("a"));
  }

  @Test
  void anEmptySidIsNoSid() {
    assertThat(read("GET", false, "EIO=4&transport=polling&sid="))
        .isEqualTo(new EngineRequest.OpenPolling());
    assertThat(read("GET", true, "EIO=4&transport=websocket&sid="))
        .isEqualTo(new EngineRequest.OpenWebSocket());
  }

  @ParameterizedTest(name = "{0} upgrade={1} {2}: {3}")
  @CsvSource({
    "GET,    false, 'EIO=4',                               UNKNOWN_TRANSPORT",
    "GET,    false, 'EIO=4&transport=abc',                 UNKNOWN_TRANSPORT",
    "GET,    false, 'EIO=4&transport=',                    UNKNOWN_TRANSPORT",
    "GET,    false, 'EIO=4&transport=Polling',             UNKNOWN_TRANSPORT",
    "GET,    false, 'EIO=4&transport=webtransport',        UNKNOWN_TRANSPORT",
    "GET,    true,  'EIO=4',                               UNKNOWN_TRANSPORT",
    "GET,    false, 'transport=polling',                   UNSUPPORTED_PROTOCOL_VERSION",
    "GET,    false, 'EIO=abc&transport=polling',           UNSUPPORTED_PROTOCOL_VERSION",
    "GET,    false, 'EIO=3&transport=polling',             UNSUPPORTED_PROTOCOL_VERSION",
    "GET,    false, 'EIO=4.0&transport=polling',           UNSUPPORTED_PROTOCOL_VERSION",
    "GET,    true,  'EIO=3&transport=websocket',           UNSUPPORTED_PROTOCOL_VERSION",
    "POST,   false, 'EIO=4&transport=polling',             BAD_HANDSHAKE_METHOD",
    "PUT,    false, 'EIO=4&transport=polling',             BAD_HANDSHAKE_METHOD",
    "POST,   true,  'EIO=4&transport=websocket',           BAD_HANDSHAKE_METHOD",
    "GET,    false, 'EIO=4&transport=websocket',           BAD_REQUEST",
    "GET,    true,  'EIO=4&transport=polling',             BAD_REQUEST",
    "GET,    false, 'EIO=4&transport=websocket&sid=a',     BAD_REQUEST",
    "GET,    true,  'EIO=4&transport=polling&sid=a',       BAD_REQUEST",
    "PUT,    false, 'EIO=4&transport=polling&sid=a',       BAD_REQUEST",
    "DELETE, false, 'EIO=4&transport=polling&sid=a',       BAD_REQUEST",
    "POST,   true,  'EIO=4&transport=websocket&sid=a',     BAD_REQUEST",
  })
  void refuses(String method, boolean upgrade, String query, EngineError error) {
    assertThat(read(method, upgrade, query)).isEqualTo(new EngineRequest.Refused(error));
  }

  private static EngineRequest read(String method, boolean upgrade, String query) {
    Map<String, String> parameters = new HashMap<>();
    Arrays.stream(query.split("&", -1))
        .map(parameter -> parameter.split("=", 2))
        .forEach(parameter -> parameters.put(parameter[0], parameter[1]));
    return EngineRequest.read(method, upgrade, parameters::get);
  }
}
