package app.focusly.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Runs by `./focusly soak`.
class SlowConsumersSoak {
  private static final int WAITING_BYTES = 512 * 1024;

  /// A tenth of what the server can do, so that what the others notice is not their own crowd. A
  /// busy machine alone makes some wait for tens of milliseconds.
  private static final Duration GAP = Duration.ofMillis(40);

  private static final Duration FLOOR = Duration.ofMillis(50);

  @Test
  void aHundredOfAThousandDoNotReadAndTheOthersDoNotNotice() {
    Duration usual = SlowConsumers.run(1_000, 0, 1_000, WAITING_BYTES, GAP);
    Duration meanwhile = SlowConsumers.run(1_000, 100, 3_000, WAITING_BYTES, GAP);
    Duration twice = usual.multipliedBy(2);
    assertThat(meanwhile).isLessThan(twice.compareTo(FLOOR) < 0 ? FLOOR : twice);
  }
}
