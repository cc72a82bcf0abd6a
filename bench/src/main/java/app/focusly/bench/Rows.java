package app.focusly.bench;

import app.focusly.bench.generator.Generator;
import app.focusly.bench.generator.Transport;
import app.focusly.bench.servers.Cores;
import app.focusly.bench.servers.ServerCommand;
import app.focusly.bench.servers.ServerProcess;
import app.focusly.bench.servers.Servers;
import app.focusly.bench.servers.Side;
import app.focusly.bench.workload.Dialect;
import app.focusly.bench.workload.FanOut;
import app.focusly.bench.workload.FanOut.Shape;
import java.util.List;
import java.util.OptionalDouble;

/// All rows of the table.
final class Rows {
  private static final String CPU_PER_DELIVERY = "µs CPU/delivery";

  /// Broadcasts under way in each of many small rooms. The one large room has one, so that nothing
  /// is written together that came apart.
  private static final int IN_FLIGHT = 4;

  private final Generator generator;
  private final Servers servers;
  private final Pace pace;

  Rows(Generator generator, Servers servers, Pace pace) {
    this.generator = generator;
    this.servers = servers;
    this.pace = pace;
  }

  List<Row> all() {
    Shape one = new Shape(1, 1_000 / pace.scale(), 1, Transport.WEBSOCKET);
    Shape many = new Shape(200 / pace.scale(), 5, IN_FLIGHT, Transport.WEBSOCKET);
    Shape polling = new Shape(200 / pace.scale(), 5, IN_FLIGHT, Transport.POLLING);
    return List.of(
        fanOut("room-echo", "one room of 1000, 100 bytes, library", 0.45, one, Dialect.ECHO),
        fanOut("room-product", "one room of 1000, product's room", 0.45, one, Dialect.ROOM),
        fanOut("rooms-echo", "200 rooms of 5, library", 0.36, many, Dialect.ECHO),
        fanOut("rooms-product", "200 rooms of 5, product's rooms", 0.36, many, Dialect.ROOM),
        fanOut("polling-echo", "200 rooms of 5, polling, library", 0.50, polling, Dialect.ECHO),
        fanOut(
            "polling-product",
            "200 rooms of 5, polling, product's rooms",
            0.50,
            polling,
            Dialect.ROOM));
  }

  private Row fanOut(String id, String title, double target, Shape shape, Dialect dialect) {
    return new Row(
        id,
        title,
        CPU_PER_DELIVERY,
        OptionalDouble.of(target),
        side -> {
          try (ServerProcess server = start(command(dialect, side), Cores.ONE)) {
            return new CpuPerOperation(generator, server, pace)
                .measure(new FanOut(generator, server.port(), shape, dialect));
          }
        });
  }

  private ServerCommand command(Dialect dialect, Side side) {
    return switch (dialect) {
      case ECHO -> side == Side.OURS ? servers.ourEcho() : servers.node("echo");
      case ROOM -> side == Side.OURS ? servers.product() : servers.node("room");
    };
  }

  private ServerProcess start(ServerCommand command, Cores cores) throws Exception {
    return ServerProcess.start(command, cores, servers.logs());
  }
}
