package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.testkit.Golden;
import app.focusly.testkit.Golden.Example;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineRequestTest {
  static final Set<Transport> BOTH = Set.of(Transport.values());

  @ParameterizedTest
  @MethodSource("requests")
  void isReadAsTheGoldenFileSays(Example example) {
    Map<String, String> query = UrlEncoded.lastValues(example.text("query"));
    EngineRequest read =
        EngineRequest.read(
            example.text("method"), example.get("upgrade").booleanValue(), "", query, BOTH);
    switch (read) {
      case EngineRequest.Refused(Refusal refusal) -> {
        assertRefused(refusal, example);
        assertThat(example.value().has("sid")).isFalse();
      }
      case EngineRequest.Misfit(String sid, Refusal refusal) -> {
        assertRefused(refusal, example);
        assertThat(sid).isEqualTo(example.text("sid"));
      }
      case EngineRequest.Open _,
          EngineRequest.Poll _,
          EngineRequest.Post _,
          EngineRequest.Probe _ -> {
        assertThat(read).isEqualTo(expected(example));
        assertThat(EngineRequest.refusalOfVersion(query).map(Refusal::error))
            .isEqualTo(
                example.value().has("unsupported")
                    ? Optional.of(EngineError.UNSUPPORTED_PROTOCOL_VERSION)
                    : Optional.empty());
      }
    }
  }

  private static void assertRefused(Refusal refusal, Example example) {
    assertThat(refusal.error()).isEqualTo(EngineError.valueOf(example.text("refused")));
    assertThat(refusal.name().orElse("")).isEqualTo(example.value().path("reason").asText());
    assertThat(refusal.message()).isEqualTo(refusal.error().message());
  }

  private static EngineRequest expected(Example example) {
    return switch (example.text("request")) {
      case "open-polling" -> new EngineRequest.Open(Transport.POLLING);
      case "open-websocket" -> new EngineRequest.Open(Transport.WEBSOCKET);
      case "poll" -> new EngineRequest.Poll(example.text("sid"));
      case "post" -> new EngineRequest.Post(example.text("sid"));
      case "probe" -> new EngineRequest.Probe(example.text("sid"));
      default -> throw new IllegalArgumentException(example.name());
    };
  }

  static Stream<Example> requests() {
    return Golden.examples("engineio/requests.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a.example\u0001", "\n", "\u007f", "http://\u0100.example"})
  void anOriginWithControlCharactersIsRefused(String origin) {
    assertThat(readFrom(origin, BOTH))
        .isEqualTo(new EngineRequest.Refused(new Refusal.InvalidOrigin(origin)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "http://a.example", "http://\u00e9.example", "a\tb c"})
  void anyOtherOriginIsTakenAsItIs(String origin) {
    assertThat(readFrom(origin, BOTH)).isEqualTo(new EngineRequest.Open(Transport.POLLING));
  }

  @Test
  void aTransportThatIsNotLetInIsUnknown() {
    assertThat(readFrom("", Set.of(Transport.WEBSOCKET)))
        .isEqualTo(new EngineRequest.Refused(new Refusal.UnknownTransport("polling")));
  }

  private static EngineRequest readFrom(String origin, Set<Transport> transports) {
    return EngineRequest.read(
        "GET", false, origin, UrlEncoded.lastValues("EIO=4&transport=polling"), transports);
  }
}
