package app.focusly.server;

import app.focusly.server.config.Settings;
import app.focusly.store.UnusableDatabaseException;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the product from its environment, and stops it at SIGTERM or SIGINT.
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);
  private static final int BAD_CONFIGURATION = 2;

  private Main() {}

  /// Runs until it is told to stop.
  public static void main(String[] arguments) {
    Settings settings = Settings.read(System.getenv(), Path.of("."));
    FocuslyConfig config = FocuslyConfig.read(settings);
    if (!settings.problems().isEmpty()) {
      settings.problems().forEach(problem -> System.err.println("focusly: " + problem));
      System.exit(BAD_CONFIGURATION);
    }
    Logging.configure(config.log());
    try {
      run(config);
    } catch (IOException | VertxException | UnusableDatabaseException e) {
      System.err.println("focusly: cannot start: " + e.getMessage());
      LOG.debug("start failed", e);
      System.exit(1);
    }
  }

  private static void run(FocuslyConfig config) throws IOException {
    var server =
        new FocuslyServer(
            config, InstantSource.system(), () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    int port = server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
    String scheme = config.server().tls().isPresent() ? "https" : "http";
    LOG.info("listening port={} data={}", port, config.server().data().toAbsolutePath());
    System.out.println("Focusly is ready: open " + scheme + "://localhost:" + port);
  }
}
