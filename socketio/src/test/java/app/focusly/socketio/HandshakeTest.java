package app.focusly.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeTest {
  private static Handshake of(String url) {
    return new Handshake(
        Map.of("origin", List.of("https://a.example", "b")), url, "::1", false, Instant.EPOCH);
  }

  @Test
  void headersAreFoundByName() {
    assertThat(of("/").header("origin")).contains("https://a.example");
    assertThat(of("/").header("cookie")).isEmpty();
  }

  @Test
  void requestOfAPageIsCrossDomain() {
    assertThat(of("/").crossDomain()).isTrue();
    assertThat(TestClient.HANDSHAKE.crossDomain()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/socket.io/?EIO=4&transport=polling, '{EIO=4, transport=polling}'",
    "/socket.io/,                         {}",
    "/socket.io/?,                        {}",
    "/?a=1&a=2,                           {a=2}",
    "/?a&&b=&=c&d=e=f,                    '{a=, b=, =c, d=e=f}'",
    "/?a+b=%C3%A4%20+%e2%82%ac,           '{a b=ä  €}'",
    "/?a=%&b=%2&c=%zz&d=100%25,           '{a=%, b=%2, c=%zz, d=100%}'",
    "/?a=?b,                              {a=?b}"
  })
  void queryIsReadAsBrowsersWriteIt(String url, String parameters) {
    assertThat(of(url).query()).hasToString(parameters);
  }
}
