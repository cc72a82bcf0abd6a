package app.focusly.server.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.List;
import org.slf4j.LoggerFactory;

/// What Netty's leak detector says of buffers that nobody released. The build runs the tests with
/// the detector at its strictest.
public final class Leaks {
  private static final ListAppender<ILoggingEvent> REPORTS = new ListAppender<>();

  /// A lost buffer is reported by the first allocation after the collector has found it.
  private static final int ROUNDS = 3;

  static {
    REPORTS.start();
    var log = (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);
    log.addAppender(REPORTS);
    log.setAdditive(false); // who asks tells
  }

  private Leaks() {}

  /// Begins to listen to the detector. A soak measures time too, and so runs with a cheaper level.
  public static void watch() {
    if (ResourceLeakDetector.getLevel() != ResourceLeakDetector.Level.PARANOID
        && !Boolean.getBoolean("focusly.soak")) {
      throw new IllegalStateException("-Dio.netty.leakDetection.level=paranoid is missing");
    }
  }

  /// What was reported since the last call.
  public static List<String> reports() {
    for (int i = 0; i < ROUNDS; i++) {
      System.gc();
      PooledByteBufAllocator.DEFAULT.buffer(1).release();
    }
    synchronized (REPORTS) {
      List<String> reports = REPORTS.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
      REPORTS.list.clear();
      return reports;
    }
  }

  /// Fails when anything was reported since the last call.
  static void check() {
    List<String> reports = reports();
    if (!reports.isEmpty()) {
      throw new AssertionError(String.join("\n", reports));
    }
  }
}
