package app.focusly.server.config;

import java.util.Set;

/// How much is logged, and in which form.
///
/// @param level of our own lines: error, warn, info, debug or trace
/// @param json one JSON object a line instead of text
public record LogConfig(String level, boolean json) {
  private static final Set<String> LEVELS = Set.of("error", "warn", "info", "debug", "trace");

  /// Reads it; what is wrong is noted in the settings.
  public static LogConfig read(Settings settings) {
    String level = settings.text(Option.LOG_LEVEL);
    if (!LEVELS.contains(level)) {
      settings.problem(Option.LOG_LEVEL, "takes error, warn, info, debug or trace");
    }
    String format = settings.text(Option.LOG_FORMAT);
    if (!format.equals("text") && !format.equals("json")) {
      settings.problem(Option.LOG_FORMAT, "takes text or json");
    }
    return new LogConfig(level, format.equals("json"));
  }
}
