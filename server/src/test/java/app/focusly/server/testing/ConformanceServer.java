package app.focusly.server.testing;

import app.focusly.engineio.EngineOptions;
import app.focusly.server.config.RealtimeConfig;
import java.time.Duration;

/// The server that the official suites expect on port 3000, with short heartbeats. Run it from the
/// test class path, and the suites against it.
public final class ConformanceServer {
  private static final int PORT = 3_000;

  private static final RealtimeConfig CONFIG =
      EngineServer.config(
          EngineOptions.defaults().withHeartbeat(Duration.ofMillis(300), Duration.ofMillis(200)),
          Duration.ofSeconds(1));

  private ConformanceServer() {}

  /// Listens until the process is ended.
  public static void main(String[] arguments) {
    System.out.println("listening on " + EngineServer.start(CONFIG, PORT).port());
  }
}
