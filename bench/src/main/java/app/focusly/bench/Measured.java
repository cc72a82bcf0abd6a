package app.focusly.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What one measurement of one server came to.
///
/// @param value in the row's unit; less is better
/// @param raw all that was counted, by name
public record Measured(double value, Map<String, Double> raw) {
  public Measured {
    if (!Double.isFinite(value) || value < 0) {
      throw new IllegalArgumentException("not a figure: " + value);
    }
    raw = Collections.unmodifiableMap(new LinkedHashMap<>(raw));
  }

  /// One of them.
  public double raw(String name) {
    return raw.getOrDefault(name, Double.NaN);
  }
}
