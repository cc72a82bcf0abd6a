package app.focusly.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,      10.255.1.2,        true",
    "10.0.0.0/8,      11.0.0.0,          false",
    "192.168.1.128/25, 192.168.1.127,    false",
    "192.168.1.128/25, 192.168.1.255,    true",
    "192.168.1.1,     192.168.1.1,       true",
    "192.168.1.1,     192.168.1.2,       false",
    "0.0.0.0/0,       203.0.113.9,       true",
    "0.0.0.0/0,       2001:db8::1,       false",
    "2001:db8::/33,   2001:db8:7fff::1,  true",
    "2001:db8::/33,   2001:db8:8000::1,  false",
    "::1,             0:0:0:0:0:0:0:1,   true",
    "127.0.0.1,       ::ffff:127.0.0.1,  true",
    "::/0,            127.0.0.1,         false"
  })
  void anAddressIsOneOfANetwork(String network, String address, boolean contained) {
    assertThat(Network.parse(network).orElseThrow().contains(InetAddress.ofLiteral(address)))
        .isEqualTo(contained);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "10.0.0.0/", "10.0.0.0/33", "::/129", "1.2.3.4/-1", "a.example", "1/2/3"})
  void whatIsNoNetworkIsNotRead(String text) {
    assertThat(Network.parse(text)).isEmpty();
  }
}
