package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {

  @Test
  void isJsonForPolling() {
    assertThat(new Refusal.UnknownSession("secret").json())
        .isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
  }

  @Test
  void aHooksOwnWordsAreToldAndEscaped() {
    assertThat(new Refusal.Forbidden("not \"you\"\n").json())
        .isEqualTo("{\"code\":4,\"message\":\"not \\\"you\\\"\\n\"}");
  }

  static Stream<Arguments> reasons() {
    var failure = new IllegalStateException("secret");
    return Stream.of(
        Arguments.of(new Refusal.InvalidOrigin("\u0001"), "INVALID_ORIGIN"),
        Arguments.of(
            new Refusal.TransportMismatch(Transport.POLLING, Transport.WEBSOCKET),
            "TRANSPORT_MISMATCH"),
        Arguments.of(new Refusal.ProtocolMismatch("3"), "PROTOCOL_MISMATCH"),
        Arguments.of(new Refusal.TransportHandshake(), "TRANSPORT_HANDSHAKE_ERROR"),
        Arguments.of(new Refusal.MiddlewareFailure(failure), "MIDDLEWARE_FAILURE"),
        Arguments.of(new Refusal.IdGeneration(failure), "ID_GENERATION_ERROR"));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void oneNumberHasSeveralReasonsWithNamesOfTheReference(Refusal refusal, String name) {
    assertThat(refusal.name()).isEqualTo(Optional.of(name));
    assertThat(refusal.json()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
  }
}
