package app.focusly.server;

import app.focusly.server.config.LogConfig;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the log reads: one event a line, for people or as JSON.
final class Logging {
  private Logging() {}

  /// Applies the configuration to the whole process.
  static void configure(LogConfig config) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    // Libraries speak up when something is wrong; our own lines follow the setting.
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    context.getLogger("app.focusly").setLevel(Level.toLevel(config.level(), Level.INFO));
    if (config.json()) {
      ConsoleLogging.writeJson(context);
    }
  }
}
