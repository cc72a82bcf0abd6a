package app.focusly.server;

import app.focusly.server.config.Settings;
import app.focusly.store.BackupException;
import app.focusly.store.Backups;
import app.focusly.store.UnusableDatabaseException;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The program: serves until SIGTERM or SIGINT, or copies what is kept.
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);
  private static final int BAD_USE = 2;

  private Main() {}

  /// Serves until it is told to stop; or `backup FILE` or `restore FILE`, and ends.
  public static void main(String[] arguments) {
    Settings settings = Settings.read(System.getenv(), Path.of("."));
    FocuslyConfig config = FocuslyConfig.read(settings);
    if (!settings.problems().isEmpty()) {
      settings.problems().forEach(problem -> System.err.println("focusly: " + problem));
      System.exit(BAD_USE);
    }
    Logging.configure(config.log());
    try {
      run(config, List.of(arguments));
    } catch (IOException | VertxException | UnusableDatabaseException e) {
      fail("cannot start: " + e.getMessage(), e);
    } catch (BackupException e) {
      fail(e.getMessage(), e);
    }
  }

  private static void fail(@Nullable String message, Exception cause) {
    System.err.println("focusly: " + message);
    LOG.debug("failed", cause);
    System.exit(1);
  }

  private static void run(FocuslyConfig config, List<String> arguments) throws IOException {
    Path database = config.server().data().resolve(FocuslyServer.DATABASE);
    switch (arguments) {
      case List<String> none when none.isEmpty() -> serve(config);
      case List<String> words when words.size() == 2 && words.getFirst().equals("backup") -> {
        Backups.backUp(database, Path.of(words.get(1)));
        System.out.println("Backed up " + database + " to " + words.get(1));
      }
      case List<String> words when words.size() == 2 && words.getFirst().equals("restore") -> {
        Backups.restore(Path.of(words.get(1)), database, UUID.randomUUID().toString());
        System.out.println("Restored " + database + " from " + words.get(1));
      }
      default -> {
        System.err.println("focusly: takes nothing, backup FILE, or restore FILE");
        System.exit(BAD_USE);
      }
    }
  }

  private static void serve(FocuslyConfig config) throws IOException {
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
