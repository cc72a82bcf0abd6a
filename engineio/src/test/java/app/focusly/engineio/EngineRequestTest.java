package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.testkit.Golden;
import app.focusly.testkit.Golden.Example;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EngineRequestTest {

  @ParameterizedTest
  @MethodSource("requests")
  void isReadAsTheGoldenFileSays(Example example) {
    EngineRequest read =
        EngineRequest.read(
            example.text("method"),
            example.get("upgrade").booleanValue(),
            EngineRequestFuzzTest.query(example.text("query"))::get);
    assertThat(read).isEqualTo(expected(example));
  }

  private static EngineRequest expected(Example example) {
    if (example.value().has("refused")) {
      return new EngineRequest.Refused(EngineError.valueOf(example.text("refused")));
    }
    return switch (example.text("request")) {
      case "open-polling" -> new EngineRequest.OpenPolling();
      case "open-websocket" -> new EngineRequest.OpenWebSocket();
      case "poll" -> new EngineRequest.Poll(example.text("sid"));
      case "post" -> new EngineRequest.Post(example.text("sid"));
      case "probe" -> new EngineRequest.Probe(example.text("sid"));
      default -> throw new IllegalArgumentException(example.name());
    };
  }

  static Stream<Example> requests() {
    return Golden.examples("engineio/requests.json");
  }
}
