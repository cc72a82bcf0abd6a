package app.focusly.server.load;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlowConsumersTest {

  /// A small version of [SlowConsumersSoak].
  @Test
  void whoDoesNotReadIsClosedAndTheOthersGetEverything() {
    SlowConsumers.run(100, 10, 1_500, 64 * 1024, Duration.ZERO);
  }
}
