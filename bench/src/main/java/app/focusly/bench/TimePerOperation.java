package app.focusly.bench;

import app.focusly.bench.generator.Generator;
import app.focusly.bench.servers.ServerProcess;
import app.focusly.bench.workload.Load;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/// Measures the clock's time for each operation of a load, which is what is left of a second for
/// one: for work that waits for a disk, processor time tells little.
final class TimePerOperation {
  private final CpuPerOperation counting;

  TimePerOperation(Generator generator, ServerProcess server, Pace pace) {
    this.counting = new CpuPerOperation(generator, server, pace);
  }

  /// @param more figures for the report
  Measured measure(Load load, Map<String, Double> more)
      throws IOException, InterruptedException, TimeoutException {
    Measured counted = counting.measure(load);
    Map<String, Double> raw = new LinkedHashMap<>(counted.raw());
    raw.putAll(more);
    return new Measured(1e6 / counted.raw("operationsPerSecond"), raw);
  }
}
