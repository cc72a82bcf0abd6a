package app.focusly.bench;

import app.focusly.bench.generator.Generator;
import app.focusly.bench.servers.ServerProcess;
import app.focusly.bench.workload.PacedLoad;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/// Measures how late a server is at a pace that it keeps.
final class Latency {
  private final Generator generator;
  private final ServerProcess server;
  private final Pace pace;

  Latency(Generator generator, ServerProcess server, Pace pace) {
    this.generator = generator;
    this.server = server;
    this.pace = pace;
  }

  /// @param load at a pace at which either server has a core's greater part to spare
  Measured measure(PacedLoad load) throws IOException, InterruptedException, TimeoutException {
    try {
      load.begin();
      // At this pace the compilers come late to their end, and they need the server's only core.
      generator.rest(pace.forSeldomWork().longest());
      generator.ask(() -> {
        load.forget();
        return true;
      });
      Duration before = server.figures().cpu();
      generator.rest(pace.longest());
      Duration after = server.figures().cpu();
      Map<String, Double> raw = new LinkedHashMap<>(generator.ask(load::latencies));
      raw.put("serverCpuSeconds", after.minus(before).toMillis() / 1e3);
      raw.put("seconds", pace.longest().toMillis() / 1e3);
      raw.put("backlogMillis", (double) generator.ask(load::backlog).toMillis());
      String failure = generator.ask(load::failure);
      if (!failure.isEmpty()) {
        throw new IllegalStateException(failure);
      }
      return new Measured(raw.getOrDefault("p99Millis", Double.NaN), raw);
    } finally {
      generator.ask(() -> {
        load.end();
        return true;
      });
    }
  }
}
