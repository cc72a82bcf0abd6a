package app.focusly.server.load;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WavesTest {

  /// A small version of [WavesSoak].
  @Test
  void nothingIsLeftOfClientsThatVanish() {
    Waves.run(2, 200, Duration.ofSeconds(3), 8);
  }
}
