package app.focusly.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.config.Network;
import app.focusly.testkit.Golden;
import app.focusly.testkit.Golden.Example;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClientAddressesTest {
  /// What the golden file takes as trusted.
  static final List<Network> TRUSTED =
      Stream.of("10.0.0.0/8", "::1").map(text -> Network.parse(text).orElseThrow()).toList();

  @ParameterizedTest
  @MethodSource("requests")
  void areAsTheGoldenFileSays(Example example) {
    assertThat(new ClientAddresses(TRUSTED).of(example.text("peer"), headers(example)))
        .isEqualTo(example.text("client"));
  }

  static List<String> headers(Example example) {
    return example.get("forwardedFor").valueStream().map(JsonNode::textValue).toList();
  }

  static Stream<Example> requests() {
    return Golden.examples("http/forwarded-for.json");
  }
}
