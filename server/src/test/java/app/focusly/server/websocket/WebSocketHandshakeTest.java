package app.focusly.server.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.testkit.Golden;
import app.focusly.testkit.Golden.Example;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WebSocketHandshakeTest {

  @ParameterizedTest
  @MethodSource("handshakes")
  void isReadAsTheGoldenFileSays(Example example) {
    JsonNode headers = example.get("headers");
    assertThat(
            WebSocketHandshake.read(
                example.text("method"),
                example.text("http").equals("1.1"),
                name -> texts(headers.path(name))))
        .isEqualTo(expected(example));
  }

  private static WebSocketHandshake expected(Example example) {
    if (!example.value().has("refused")) {
      return new WebSocketHandshake.Accepted(example.text("accept"));
    }
    return switch (example.get("refused").intValue()) {
      case 400 -> new WebSocketHandshake.Malformed();
      case 426 -> new WebSocketHandshake.OtherVersion();
      default -> throw new IllegalArgumentException(example.name());
    };
  }

  static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::textValue).toList();
  }

  static Stream<Example> handshakes() {
    return Golden.examples("http/websocket-handshakes.json");
  }
}
