package app.focusly.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.config.Network;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.TestServer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
                                 | 203.0.113.9  | 198.51.100.1                      | 203.0.113.9
          127.0.0.1              | 203.0.113.9  | 198.51.100.1                      | 203.0.113.9
          127.0.0.1              | 127.0.0.1    | 198.51.100.1                      | 198.51.100.1
          127.0.0.1              | 127.0.0.1    |                                   | 127.0.0.1
          127.0.0.1              | 127.0.0.1    | 6.6.6.6, 198.51.100.1             | 198.51.100.1
          127.0.0.1,10.0.0.0/8   | 127.0.0.1    | 6.6.6.6, 198.51.100.1, 10.1.2.3   | 198.51.100.1
          127.0.0.1,10.0.0.0/8   | 127.0.0.1    | 10.0.0.7, 10.1.2.3                | 10.0.0.7
          127.0.0.1              | 127.0.0.1    | 2001:db8::7                       | 2001:db8:0:0:0:0:0:7
          ::1                    | ::1          | 198.51.100.1                      | 198.51.100.1
          2001:db8::/32          | 2001:db8::1  | 2001:db9::1, 2001:db8:5::5        | 2001:db9:0:0:0:0:0:1
          127.0.0.1              | 127.0.0.1    | 6.6.6.6, unknown                  | 127.0.0.1
          127.0.0.1              | 127.0.0.1    | 6.6.6.6, 198.51.100.1:4711        | 127.0.0.1
          127.0.0.1,10.0.0.0/8   | 127.0.0.1    | 6.6.6.6, nonsense, 10.1.2.3       | 10.1.2.3
          127.0.0.1              | 127.0.0.1    | localhost                         | 127.0.0.1
          127.0.0.1              | 127.0.0.1    | ,,                                | 127.0.0.1
          """)
  void theClientIsWhomTheLastTrustedProxySaw(
      String trusted, String peer, String forwarded, String client) {
    List<Network> networks =
        trusted == null
            ? List.of()
            : Arrays.stream(trusted.split(",", -1))
                .map(text -> Network.parse(text).orElseThrow())
                .toList();
    List<String> headers = forwarded == null ? List.of() : List.of(forwarded);
    assertThat(new ClientAddresses(networks).of(peer, headers)).isEqualTo(client);
  }

  @Test
  void aHeaderThatComesSeveralTimesIsReadAsOne() {
    var addresses = new ClientAddresses(List.of(Network.parse("127.0.0.1").orElseThrow()));
    assertThat(addresses.of("127.0.0.1", List.of("6.6.6.6", "198.51.100.1")))
        .isEqualTo("198.51.100.1");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,   https, true",
    "127.0.0.1,   HTTPS, true",
    "127.0.0.1,   http,  false",
    "203.0.113.9, https, false",
    "'',          https, false"
  })
  void aCookieIsSecureWhenATrustedProxySaysTls(String trusted, String protocol, boolean secure) {
    try (TestServer server = TestServer.start(Map.of("FOCUSLY_TRUSTED_PROXIES", trusted))) {
      String cookie =
          RawHttp.get(server, "/api/me", "X-Forwarded-Proto: " + protocol)
              .header("Set-Cookie")
              .orElseThrow();
      assertThat(cookie.endsWith("; Secure")).isEqualTo(secure);
    }
  }
}
