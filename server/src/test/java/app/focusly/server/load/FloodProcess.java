package app.focusly.server.load;

import app.focusly.server.testing.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// A process that floods, as attackers have a machine of their own: neither the memory nor the
/// threads of the server are theirs. It has a low priority, and ends with its standard input.
final class FloodProcess implements AutoCloseable {
  private static final int FLOODERS = 4;

  private final Process process;

  FloodProcess(RunningServer server, Flood flood) {
    try {
      process =
          new ProcessBuilder(
                  "nice",
                  "-n",
                  "10",
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  FloodProcess.class.getName(),
                  flood.name(),
                  Integer.toString(server.port()))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (process.getInputStream().read() < 0) {
        throw new AssertionError("no flood");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  /// Floods until its input ends.
  public static void main(String[] arguments) throws IOException {
    Flood flood = Flood.valueOf(arguments[0]);
    var server = new Elsewhere(Integer.parseInt(arguments[1]));
    for (int i = 0; i < FLOODERS; i++) {
      Thread.ofPlatform().daemon().start(() -> repeat(flood, server));
    }
    System.out.println("flooding");
    while (System.in.read() >= 0) {}
  }

  private static void repeat(Flood flood, RunningServer server) {
    while (true) {
      try {
        flood.run(server, () -> false);
      } catch (RuntimeException | AssertionError expected) { // refused, closed or cut
      }
    }
  }

  /// The server of another process.
  private record Elsewhere(int port) implements RunningServer {
    @Override
    public void close() {}
  }
}
