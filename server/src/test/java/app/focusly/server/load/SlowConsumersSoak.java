package app.focusly.server.load;

import org.junit.jupiter.api.Test;

/// Runs by `./focusly soak`.
class SlowConsumersSoak {

  @Test
  void aHundredOfAThousandDoNotRead() {
    SlowConsumers.run(1_000, 100, 3_000, 512 * 1024);
  }
}
