package app.focusly.bench.report;

import java.util.Arrays;

/// The middle of some figures.
public final class Median {
  private Median() {}

  /// The middle one; of an even number the mean of the two in the middle.
  public static double of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("the median of nothing");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
