package app.focusly.server.testing;

import app.focusly.room.journal.Journal;
import app.focusly.server.FocuslyConfig;
import app.focusly.server.FocuslyServer;
import app.focusly.server.config.Settings;
import app.focusly.server.room.Housekeeping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The real server on a free port of the loopback interface, with a data folder of its own that
/// goes with it. Its end fails the test when a buffer was lost on the way.
public final class TestServer implements RunningServer {
  private final Path folder;
  private final FocuslyServer server;
  private final int port;

  private TestServer(Path folder, FocuslyServer server) {
    this.folder = folder;
    this.server = server;
    this.port = server.start();
  }

  /// A server with the defaults.
  public static TestServer start() {
    return start(Map.of());
  }

  /// A server with these variables of the environment set.
  public static TestServer start(Map<String, String> environment) {
    return start(environment, InstantSource.system());
  }

  /// A server that takes the time of day from this clock.
  public static TestServer start(Map<String, String> environment, InstantSource clock) {
    return start(environment, clock, UnaryOperator.identity());
  }

  /// A server with something between its rooms and its journal.
  public static TestServer start(
      Map<String, String> environment, InstantSource clock, UnaryOperator<Journal> between) {
    Leaks.watch();
    try {
      Path folder = Files.createTempDirectory("focusly-test-");
      var settings = new HashMap<>(environment);
      settings.putIfAbsent("PORT", "0");
      settings.putIfAbsent("FOCUSLY_HOST", "127.0.0.1");
      settings.putIfAbsent("FOCUSLY_DATA", folder.resolve("data").toString());
      settings.putIfAbsent("FOCUSLY_SHUTDOWN_GRACE", "300ms");
      FocuslyConfig config = config(settings, folder);
      var server =
          new FocuslyServer(
              config,
              clock,
              () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()),
              Housekeeping.PERIOD,
              between);
      return new TestServer(folder, server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FocuslyConfig config(Map<String, String> environment, Path folder) {
    Settings settings = Settings.read(environment, folder);
    FocuslyConfig config = FocuslyConfig.read(settings);
    List<String> problems = settings.problems();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems.toString());
    }
    return config;
  }

  @Override
  public int port() {
    return port;
  }

  /// Stops the server as a signal to the process does; returns when it has stopped.
  public void stop() {
    server.close();
  }

  @Override
  public void close() {
    stop();
    Leaks.check();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
