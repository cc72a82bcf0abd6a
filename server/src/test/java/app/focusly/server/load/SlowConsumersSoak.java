package app.focusly.server.load;

import org.junit.jupiter.api.Test;

/// Runs by `./focusly soak`.
class SlowConsumersSoak {

  @Test
  void aHundredOfAThousandDoNotRead() {
    SlowConsumers.run(1_000, 100, 2_000);
  }
}
