package app.focusly.server;

import app.focusly.server.config.LogConfig;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.LoggerFactory;

/// How the log reads: one event a line, for people or as JSON.
final class Logging {
  private Logging() {}

  /// Applies the configuration to the whole process.
  static void configure(LogConfig config) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    // Libraries speak up when something is wrong; our own lines follow the setting.
    root.setLevel(Level.WARN);
    context.getLogger("app.focusly").setLevel(Level.toLevel(config.level(), Level.INFO));
    if (config.json()) {
      Appender<ILoggingEvent> console = root.getAppender("console");
      if (console instanceof ConsoleAppender<ILoggingEvent> appender) {
        var encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.start();
        appender.stop();
        appender.setEncoder(encoder);
        appender.start();
      }
    }
  }
}
