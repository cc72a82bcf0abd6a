package app.focusly.bench.workload;

import java.time.Duration;
import java.util.Map;

/// An open loop: each operation has a time at which it is to begin, whatever has become of those
/// before, and its latency counts from that time. Used on the generator's loop.
public interface PacedLoad extends Load {

  /// Begins to count anew.
  void forget();

  /// What was counted: quantiles in milliseconds, by name.
  Map<String, Double> latencies();

  /// What is still on its way, as a time at the pace.
  Duration backlog();
}
