package app.focusly.server.metrics;

import app.focusly.room.journal.AppendResult.Cause;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/// How the journal's writing goes. Used from every thread.
public final class JournalMetrics {
  private static final String FAILURES = "focusly.storage.failures";

  /// From a quick disk's flush to a disk that is in trouble.
  private static final Duration[] LAGS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(20),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10)
  };

  private static final double[] BATCHES = {1, 4, 16, 64, 256, 1_024};

  private final MeterRegistry registry;
  private final Timer lag;
  private final DistributionSummary batches;
  private final Map<Cause, Counter> failures = new EnumMap<>(Cause.class);
  private final Counter failedReads;
  private final AtomicInteger waiting = new AtomicInteger();

  public JournalMetrics(MeterRegistry registry) {
    this.registry = registry;
    lag =
        Timer.builder("focusly.journal.lag")
            .description("time from the hand-over of an append until it is on the disk")
            .serviceLevelObjectives(LAGS)
            .register(registry);
    batches =
        DistributionSummary.builder("focusly.journal.batch")
            .description("appends that share one wait for the disk")
            .serviceLevelObjectives(BATCHES)
            .register(registry);
    Gauge.builder("focusly.journal.waiting", waiting, AtomicInteger::get)
        .description("appends that wait for the disk")
        .register(registry);
    for (Cause cause : Cause.values()) {
      failures.put(cause, failures(cause.name().toLowerCase(Locale.ROOT)));
    }
    failedReads = failures("read");
  }

  private Counter failures(String cause) {
    return Counter.builder(FAILURES)
        .description("appends and reads of the journal that failed, by cause")
        .tag("cause", cause)
        .register(registry);
  }

  /// A transaction with so many appends is on the disk.
  public void committed(int appends) {
    batches.record(appends);
  }

  /// An append was handed over.
  Timer.Sample begin() {
    waiting.incrementAndGet();
    return Timer.start(registry);
  }

  void durable(Timer.Sample append) {
    waiting.decrementAndGet();
    append.stop(lag);
  }

  void failed(Cause cause) {
    waiting.decrementAndGet();
    Objects.requireNonNull(failures.get(cause)).increment();
  }

  void readFailed() {
    failedReads.increment();
  }
}
