package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineErrorTest {

  @ParameterizedTest
  @CsvSource({
    "UNKNOWN_TRANSPORT,            0, 400, Transport unknown",
    "UNKNOWN_SESSION,              1, 400, Session ID unknown",
    "BAD_HANDSHAKE_METHOD,         2, 400, Bad handshake method",
    "BAD_REQUEST,                  3, 400, Bad request",
    "FORBIDDEN,                    4, 403, Forbidden",
    "UNSUPPORTED_PROTOCOL_VERSION, 5, 400, Unsupported protocol version",
    "PAYLOAD_TOO_LARGE,            3, 413, Payload too large",
    "TOO_MANY_SESSIONS,            4, 503, Too many sessions",
    "RATE_LIMITED,                 4, 429, Rate limited",
  })
  void saysWhatClientsKnow(EngineError error, int code, int status, String message) {
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.status()).isEqualTo(status);
    assertThat(error.message()).isEqualTo(message);
  }
}
