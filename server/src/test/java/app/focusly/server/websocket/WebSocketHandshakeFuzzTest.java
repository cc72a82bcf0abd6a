package app.focusly.server.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.testkit.Golden;
import app.focusly.testkit.Golden.Example;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever headers come, a handshake is accepted with an answer of its own, or refused.
class WebSocketHandshakeFuzzTest {

  /// @param request the method, then the headers, each on its line
  @MethodSource("requests")
  @FuzzTest
  void isAcceptedOrRefused(byte[] request) {
    List<String> lines = new String(request, StandardCharsets.UTF_8).lines().toList();
    String method = lines.isEmpty() ? "" : lines.getFirst();
    Map<String, List<String>> headers = headers(lines);

    if (read(method, headers) instanceof WebSocketHandshake.Accepted(String key)) {
      assertThat(method).isEqualTo("GET");
      assertThat(key).matches("[A-Za-z0-9+/]{27}=");
      assertThat(headers.get("Sec-WebSocket-Version")).containsExactly("13");
      assertThat(headers.get("Connection")).anyMatch(value -> value.matches("(?i).*upgrade.*"));
      headers.put("Sec-WebSocket-Key", List.of("AAAAAAAAAAAAAAAAAAAAAA=="));
      assertThat(read(method, headers)).isInstanceOf(WebSocketHandshake.Accepted.class);
      headers.remove("Sec-WebSocket-Key");
      assertThat(read(method, headers)).isInstanceOf(WebSocketHandshake.Malformed.class);
    }
  }

  private static WebSocketHandshake read(String method, Map<String, List<String>> headers) {
    return WebSocketHandshake.read(method, true, name -> headers.getOrDefault(name, List.of()));
  }

  private static Map<String, List<String>> headers(List<String> lines) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers
            .computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
            .add(line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  static Stream<byte[]> requests() {
    return Golden.examples("http/websocket-handshakes.json")
        .map(WebSocketHandshakeFuzzTest::written)
        .map(request -> request.getBytes(StandardCharsets.UTF_8));
  }

  private static String written(Example example) {
    var request = new StringBuilder(example.text("method"));
    example
        .get("headers")
        .forEachEntry((name, values) ->
            values.forEach(
                value -> request.append('\n').append(name).append(": ").append(value.textValue())));
    return request.toString();
  }
}
