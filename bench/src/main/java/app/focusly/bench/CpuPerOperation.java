package app.focusly.bench;

import app.focusly.bench.generator.Generator;
import app.focusly.bench.machine.ProcessFigures;
import app.focusly.bench.servers.ServerProcess;
import app.focusly.bench.workload.Load;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/// Measures a server's processor time for each operation of a load.
final class CpuPerOperation {
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Generator generator;
  private final ServerProcess server;
  private final Pace pace;

  CpuPerOperation(Generator generator, ServerProcess server, Pace pace) {
    this.generator = generator;
    this.server = server;
    this.pace = pace;
  }

  /// What was counted up to one moment.
  private record Moment(long nanos, long operations, Duration server, Duration generator) {}

  Measured measure(Load load) throws IOException, InterruptedException, TimeoutException {
    try {
      load.begin();
      work(pace.warmUp());
      Moment from = moment(load);
      work(pace.window());
      Moment to = moment(load);
      String failure = generator.ask(load::failure);
      if (!failure.isEmpty()) {
        throw new IllegalStateException(failure);
      }
      return between(from, to);
    } finally {
      generator.ask(() -> {
        load.end();
        return true;
      });
    }
  }

  /// Lets the server work for so much processor time.
  private void work(Duration cpu) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + pace.longest().toNanos();
    Duration until = server.figures().cpu().plus(cpu);
    while (server.figures().cpu().compareTo(until) < 0 && System.nanoTime() < deadline) {
      generator.rest(LOOK);
    }
  }

  private Moment moment(Load load) throws IOException, InterruptedException, TimeoutException {
    long operations = generator.ask(load::operations);
    Duration cpu = server.figures().cpu();
    Duration own = ProcessFigures.of(ProcessHandle.current().pid()).cpu();
    return new Moment(System.nanoTime(), operations, cpu, own);
  }

  private static Measured between(Moment from, Moment to) {
    double operations = to.operations() - from.operations();
    if (operations == 0) {
      throw new IllegalStateException("nothing happened");
    }
    double seconds = (to.nanos() - from.nanos()) / 1e9;
    double server = seconds(to.server().minus(from.server()));
    double own = seconds(to.generator().minus(from.generator()));
    Map<String, Double> raw = new LinkedHashMap<>();
    raw.put("operations", operations);
    raw.put("seconds", seconds);
    raw.put("operationsPerSecond", operations / seconds);
    raw.put("serverCpuSeconds", server);
    raw.put("serverCpuMicrosPerOperation", server / operations * 1e6);
    raw.put("generatorCpuSeconds", own);
    raw.put("generatorCpuMicrosPerOperation", own / operations * 1e6);
    return new Measured(server / operations * 1e6, raw);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
