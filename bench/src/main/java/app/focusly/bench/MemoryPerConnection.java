package app.focusly.bench;

import app.focusly.bench.generator.Generator;
import app.focusly.bench.generator.Transport;
import app.focusly.bench.servers.ServerProcess;
import app.focusly.bench.workload.Handshakes;
import app.focusly.bench.workload.IdleClients;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/// Measures what an idle connection keeps resident: the memory of a server that has been at work,
/// before and after it has many of them, each time after a garbage collection.
///
/// Visits come first, since a server's first thousand also load code, compile it, and touch the
/// memory that it allocates from: that it keeps, however many connections it has later.
final class MemoryPerConnection {
  private static final int CONNECTIONS = 10_000;
  private static final int VISITS = 20_000;
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration SETTLE = Duration.ofSeconds(6);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Generator generator;
  private final ServerProcess server;
  private final Pace pace;

  MemoryPerConnection(Generator generator, ServerProcess server, Pace pace) {
    this.generator = generator;
    this.server = server;
    this.pace = pace;
  }

  Measured measure() throws IOException, InterruptedException, TimeoutException {
    int connections = CONNECTIONS / pace.scale();
    Map<String, Double> raw = new LinkedHashMap<>();
    raw.put("connections", (double) connections);
    raw.put("residentAtStart", (double) server.figures().residentBytes());
    receiveVisits(VISITS / pace.scale());
    double before = settled();
    raw.put("residentBefore", before);
    try (var clients =
        new IdleClients(generator, server.port(), Transport.WEBSOCKET, connections)) {
      clients.gather();
      double after = settled();
      raw.put("residentAfter", after);
      String failure = clients.failure();
      if (!failure.isEmpty()) {
        throw new IllegalStateException(failure);
      }
      return new Measured(Math.max(0, after - before) / connections / 1024, raw);
    }
  }

  private void receiveVisits(int visits) throws InterruptedException, TimeoutException {
    var load = new Handshakes(generator, server.port());
    load.begin();
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (generator.ask(load::operations) < visits && System.nanoTime() < deadline) {
      generator.rest(LOOK);
    }
    String failure =
        generator.ask(() -> {
          load.end();
          return load.failure();
        });
    if (!failure.isEmpty()) {
      throw new IllegalStateException(failure);
    }
  }

  /// The resident memory once closed connections are gone and garbage is collected, twice, since
  /// what the first collection finalises only the second can free.
  private long settled() throws IOException, InterruptedException, TimeoutException {
    for (int i = 0; i < 2; i++) {
      generator.rest(SETTLE);
      server.collectGarbage();
    }
    generator.rest(SETTLE);
    return server.figures().residentBytes();
  }
}
