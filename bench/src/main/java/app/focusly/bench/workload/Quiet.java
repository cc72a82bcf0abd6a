package app.focusly.bench.workload;

import app.focusly.bench.generator.Generator;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/// The time when what the joins caused has been delivered.
final class Quiet {
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final int MAX_LOOKS = 240;

  private Quiet() {}

  /// Waits until a count, read on the generator's loop, stands still.
  static void await(Generator generator, LongSupplier count)
      throws InterruptedException, TimeoutException {
    long before = -1;
    for (int looks = 0; looks < MAX_LOOKS; looks++) {
      long now = generator.ask(count::getAsLong);
      if (now == before) {
        return;
      }
      before = now;
      generator.rest(LOOK);
    }
    throw new TimeoutException("it does not become quiet");
  }
}
