package app.focusly.server.load;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Runs by `./focusly soak`.
class WavesSoak {

  @Test
  void nothingIsLeftOfTwentyWavesOfFiveThousand() {
    Waves.run(20, 5_000, Duration.ofSeconds(40), 24);
  }
}
