package app.focusly.server.config;

import java.util.List;

/// Who may read the metrics.
///
/// @param readers networks; none when nobody may
public record MetricsConfig(List<Network> readers) {

  public MetricsConfig {
    readers = List.copyOf(readers);
  }

  /// Reads it; what is wrong is noted in the settings.
  public static MetricsConfig read(Settings settings) {
    return new MetricsConfig(
        settings.text(Option.METRICS).equals("off")
            ? List.of()
            : settings.networks(Option.METRICS));
  }
}
