package app.focusly.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.Leaks;
import io.netty.buffer.PooledByteBufAllocator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// That the check at the end of each test server would notice.
class LeakTest {

  @Test
  void aBufferThatNobodyReleasesIsReported() {
    lose();
    Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
    List<String> reports = Leaks.reports();
    while (reports.isEmpty() && Instant.now().isBefore(deadline)) {
      reports = Leaks.reports();
    }
    assertThat(reports).isNotEmpty().allMatch(report -> report.contains("LEAK: ByteBuf"));
  }

  private static void lose() {
    PooledByteBufAllocator.DEFAULT.buffer(16);
  }
}
