package app.focusly.bench;

import app.focusly.bench.generator.Generator;
import app.focusly.bench.servers.Cores;
import app.focusly.bench.servers.DataFolder;
import app.focusly.bench.servers.ServerProcess;
import app.focusly.bench.servers.Servers;
import app.focusly.bench.workload.Commands;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A room with very many events, which the product has made of as many commands. It is made once,
/// when it is first needed; each measurement takes a copy.
final class LongRoom implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(4);

  private final Generator generator;
  private final Servers servers;
  private final int events;
  private @Nullable DataFolder made;

  LongRoom(Generator generator, Servers servers, int events) {
    this.generator = generator;
    this.servers = servers;
    this.events = events;
  }

  /// A folder with it, for one server.
  DataFolder copy() throws IOException, InterruptedException, TimeoutException {
    DataFolder folder = made;
    if (folder == null) {
      folder = servers.data();
      fill(folder);
      made = folder;
    }
    return folder.copy();
  }

  private void fill(DataFolder folder) throws IOException, InterruptedException, TimeoutException {
    try (ServerProcess server =
        ServerProcess.start(servers.product().keepingIn(folder), Cores.ONE, servers.logs())) {
      var load = new Commands(generator, server.port(), new Commands.Shape(0, 1, 4, 50));
      load.begin();
      long deadline = System.nanoTime() + LONGEST.toNanos();
      while (generator.ask(load::operations) < events) {
        String failure = generator.ask(load::failure);
        if (!failure.isEmpty() || System.nanoTime() > deadline) {
          throw new IOException("the long room cannot be filled: " + failure);
        }
        generator.rest(LOOK);
      }
      generator.ask(() -> {
        load.end();
        return true;
      });
    }
  }

  @Override
  public void close() {
    if (made != null) {
      made.close();
    }
  }
}
