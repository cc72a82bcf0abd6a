package app.focusly.server.storage;

import app.focusly.server.FocuslyConfig;
import app.focusly.server.FocuslyServer;
import app.focusly.server.config.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// A server for which it is an hour earlier, and which notes five times a second that it runs.
final class AnHourAgo {
  private AnHourAgo() {}

  /// Serves until it is killed.
  public static void main(String[] arguments) throws IOException {
    FocuslyConfig config = FocuslyConfig.read(Settings.read(System.getenv(), Path.of(".")));
    InstantSource clock = InstantSource.system();
    var server =
        new FocuslyServer(
            config,
            () -> clock.instant().minus(Duration.ofHours(1)),
            () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()),
            Duration.ofMillis(200),
            UnaryOperator.identity());
    System.out.println("Focusly is ready: open http://localhost:" + server.start());
  }
}
