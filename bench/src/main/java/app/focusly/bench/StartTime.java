package app.focusly.bench;

import app.focusly.bench.generator.Generator;
import app.focusly.bench.generator.Transport;
import app.focusly.bench.report.Median;
import app.focusly.bench.servers.Cores;
import app.focusly.bench.servers.ServerCommand;
import app.focusly.bench.servers.ServerProcess;
import app.focusly.bench.workload.IdleClients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Measures the time from a command to the first client that has joined the namespace. Over
/// polling, since `socket.io` and `peer` on one port take no WebSocket.
final class StartTime {
  private static final int STARTS = 5;

  private final Generator generator;
  private final ServerCommand command;
  private final Path logs;

  StartTime(Generator generator, ServerCommand command, Path logs) {
    this.generator = generator;
    this.command = command;
    this.logs = logs;
  }

  Measured measure() throws IOException, InterruptedException {
    Map<String, Double> raw = new LinkedHashMap<>();
    double[] millis = new double[STARTS];
    for (int i = 0; i < STARTS; i++) {
      long begun = System.nanoTime();
      try (var server = ServerProcess.start(command, Cores.TWO, logs);
          var client = new IdleClients(generator, server.port(), Transport.POLLING, 1)) {
        client.gather();
        millis[i] = (System.nanoTime() - begun) / 1e6;
        raw.put("startMillis" + (i + 1), millis[i]);
        raw.put("cpuMillis" + (i + 1), (double) server.figures().cpu().toMillis());
      }
    }
    return new Measured(Median.of(millis), raw);
  }
}
