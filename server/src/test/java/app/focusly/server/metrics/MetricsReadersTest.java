package app.focusly.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsReadersTest {

  @Test
  void theMachineItselfMayReadThem() {
    try (TestServer server = TestServer.start()) {
      var answer = RawHttp.get(server, "/metrics");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Type"))
          .contains("text/plain; version=0.0.4; charset=utf-8");
      assertThat(answer.text()).contains("focusly_connections 1.0");
    }
  }

  /// From a proxy on the same machine that nobody told us of, the whole world seems local.
  @Test
  void whoComesThroughAnUnknownProxyMayNot() {
    try (TestServer server = TestServer.start()) {
      var answer = RawHttp.get(server, "/metrics", "X-Forwarded-For: 127.0.0.1");
      assertThat(answer.status()).isEqualTo(404);
    }
  }

  @Test
  void behindATrustedProxyTheReadersOwnAddressCounts() {
    try (TestServer server =
        TestServer.start(
            Map.of(
                "FOCUSLY_TRUSTED_PROXIES", "127.0.0.1",
                "FOCUSLY_METRICS", "192.0.2.0/24"))) {
      assertThat(RawHttp.get(server, "/metrics", "X-Forwarded-For: 192.0.2.7").status())
          .isEqualTo(200);
      assertThat(RawHttp.get(server, "/metrics", "X-Forwarded-For: 198.51.100.7").status())
          .isEqualTo(404);
      assertThat(RawHttp.get(server, "/metrics").status()).isEqualTo(404);
    }
  }

  @Test
  void offIsForNobody() {
    try (TestServer server = TestServer.start(Map.of("FOCUSLY_METRICS", "off"))) {
      assertThat(RawHttp.get(server, "/metrics").status()).isEqualTo(404);
    }
  }
}
