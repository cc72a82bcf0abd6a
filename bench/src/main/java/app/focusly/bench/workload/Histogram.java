package app.focusly.bench.workload;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts times in buckets that are at most 1/64 wider than what they hold, from a microsecond to
/// some minutes; longer ones count as the longest.
final class Histogram {
  /// Buckets for each power of two.
  private static final int STEPS = 64;

  private static final int STEP_BITS = 6;
  private static final int POWERS = 24;

  private final long[] counts = new long[STEPS * (POWERS + 1)];
  private long total;

  /// Counts one time.
  void add(long micros) {
    counts[Math.min(bucket(Math.max(0, micros)), counts.length - 1)]++;
    total++;
  }

  /// Below 64 each microsecond has its own; above, each power of two has 64.
  private static int bucket(long micros) {
    if (micros < STEPS) {
      return (int) micros;
    }
    int power = 63 - Long.numberOfLeadingZeros(micros) - STEP_BITS;
    return STEPS * power + (int) (micros >>> power);
  }

  /// The longest time of a bucket.
  private static long micros(int bucket) {
    if (bucket < 2 * STEPS) {
      return bucket;
    }
    int power = bucket / STEPS - 1;
    return ((bucket - (long) STEPS * power + 1) << power) - 1;
  }

  long total() {
    return total;
  }

  /// The time that no more than so many of the counted ones exceed.
  ///
  /// @param share from 0 to 1, such as 0.99
  long quantileMicros(double share) {
    long rank = Math.max(1, (long) Math.ceil(share * total));
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return micros(i);
      }
    }
    throw new IllegalStateException("nothing was counted");
  }

  /// Forgets all.
  void clear() {
    Arrays.fill(counts, 0);
    total = 0;
  }

  /// Quantiles in milliseconds by name, and how many values there are.
  ///
  /// @param count the name of that
  Map<String, Double> figures(String count) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(count, (double) total());
    figures.put("p50Millis", millis(0.5));
    figures.put("p90Millis", millis(0.9));
    figures.put("p99Millis", millis(0.99));
    figures.put("p999Millis", millis(0.999));
    figures.put("maxMillis", millis(1));
    return figures;
  }

  private double millis(double share) {
    return quantileMicros(share) / 1e3;
  }
}
