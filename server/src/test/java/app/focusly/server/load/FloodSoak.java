package app.focusly.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.Scrape;
import app.focusly.server.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Runs by `./focusly soak`: while some flood, the others are answered nearly as fast as ever. The
/// flood's own work is done on the same cores, by a process of its own.
class FloodSoak {
  private static final Duration LENGTH = Duration.ofSeconds(8);

  /// Below this nobody notices, and a busy machine measures itself.
  private static final long UNNOTICED_MICROS = 20_000;

  private static TestServer server;
  private static Bystanders bystanders;

  @BeforeAll
  static void start() {
    server = TestServer.start(Map.of("FOCUSLY_TRUSTED_PROXIES", Bystanders.PROXY));
    bystanders = new Bystanders(server);
    bystanders.measure(LENGTH); // until the code is compiled
  }

  @AfterAll
  static void stop() {
    bystanders.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void othersAreAnsweredAsEver(Flood flood) {
    Bystanders.Latency usual = bystanders.measure(LENGTH);
    Bystanders.Latency meanwhile;
    try (var _ = new FloodProcess(server, flood)) {
      meanwhile = bystanders.measure(LENGTH);
    }
    System.out.printf(
        "flood: %s usual p50=%d p99=%d max=%d us, meanwhile p50=%d p99=%d max=%d us%n",
        flood,
        usual.p50(),
        usual.p99(),
        usual.most(),
        meanwhile.p50(),
        meanwhile.p99(),
        meanwhile.most());
    assertThat(meanwhile.answers()).isPositive();
    assertThat(meanwhile.p99()).isLessThanOrEqualTo(Math.max(2 * usual.p99(), UNNOTICED_MICROS));
    assertThat(Scrape.of(server).value("focusly_members")).isEqualTo(20);
  }
}
