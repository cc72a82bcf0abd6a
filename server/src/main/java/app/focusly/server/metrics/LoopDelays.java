package app.focusly.server.metrics;

import app.focusly.server.websocket.Loop;
import app.focusly.server.websocket.Loops;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How late each event loop comes to what is due: a task a loop, twice a second. Whatever keeps a
/// loop busy, such as a blocking call, makes everyone on it wait as long.
public final class LoopDelays implements AutoCloseable {
  private static final long PERIOD_MILLIS = 500;

  private final Loops loops;
  private final MeterRegistry registry;
  private volatile boolean closed;

  public LoopDelays(Loops loops, MeterRegistry registry) {
    this.loops = loops;
    this.registry = registry;
  }

  /// Begins to measure.
  public void start() {
    List<Loop> all = loops.all();
    for (int i = 0; i < all.size(); i++) {
      Loop loop = all.get(i);
      Timer delay =
          Timer.builder("focusly.loop.delay")
              .description("how late an event loop comes to what is due, by loop")
              .tag("loop", Integer.toString(i))
              .register(registry);
      loop.run(() -> next(loop, delay));
    }
  }

  private void next(Loop loop, Timer delay) {
    if (!closed) {
      long dueMillis = loop.nowMillis() + PERIOD_MILLIS;
      loop.at(
          dueMillis,
          () -> {
            delay.record(Math.max(0, loop.nowMillis() - dueMillis), TimeUnit.MILLISECONDS);
            next(loop, delay);
          });
    }
  }

  /// Ends with each loop's next turn at it.
  @Override
  public void close() {
    closed = true;
  }
}
