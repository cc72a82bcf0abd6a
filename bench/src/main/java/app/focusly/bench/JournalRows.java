package app.focusly.bench;

import app.focusly.bench.Row.Sides;
import app.focusly.bench.Row.Target;
import app.focusly.bench.generator.Generator;
import app.focusly.bench.machine.DiskSync;
import app.focusly.bench.report.Median;
import app.focusly.bench.servers.Cores;
import app.focusly.bench.servers.DataFolder;
import app.focusly.bench.servers.ServerProcess;
import app.focusly.bench.servers.Servers;
import app.focusly.bench.servers.Side;
import app.focusly.bench.workload.Commands;
import app.focusly.bench.workload.Commands.Shape;
import app.focusly.bench.workload.FirstJoin;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/// The rows about what lasts: how many commands the product acknowledges, which it does when they
/// are on the disk, and what it costs that a room has a long past.
final class JournalRows implements AutoCloseable {
  private static final int WRITERS = 200;
  private static final int EVENTS = 100_000;
  private static final int STARTS = 3;
  private static final String TIME = "µs/command";

  /// 10,000 acknowledged commands a second.
  private static final double MOST_MICROS = 100;

  private static final double MOST_MILLIS = 200;

  private final Generator generator;
  private final Servers servers;
  private final Pace pace;
  private final LongRoom longRoom;

  JournalRows(Generator generator, Servers servers, Pace pace) {
    this.generator = generator;
    this.servers = servers;
    this.pace = pace;
    this.longRoom = new LongRoom(generator, servers, EVENTS / pace.scale());
  }

  List<Row> all() {
    return List.of(
        new Row(
            "journal-writers",
            "acknowledged commands of 200 writers, each in a room of its own, and of one",
            TIME,
            Target.left(MOST_MICROS),
            Sides.MANY_WRITERS_AND_ONE,
            side -> {
              try (DataFolder data = servers.data()) {
                return commands(data, side == Side.OURS ? WRITERS : 1);
              }
            }),
        new Row(
            "journal-length",
            "acknowledged commands of one writer in a room of 100,000 events, and in an empty one",
            TIME,
            Target.ratio(1.1),
            Sides.LONG_ROOM_AND_EMPTY,
            side -> {
              try (DataFolder data = folder(side)) {
                return commands(data, 1);
              }
            }),
        new Row(
            "journal-open",
            "the first join after a start: a room of 100,000 events, and an empty one",
            "ms",
            Target.left(MOST_MILLIS),
            Sides.LONG_ROOM_AND_EMPTY,
            this::firstJoins));
  }

  private DataFolder folder(Side side) throws IOException, InterruptedException, TimeoutException {
    return side == Side.OURS ? longRoom.copy() : servers.data();
  }

  /// Many writers in rooms of their own warm the server up, as a single one would wait for the disk
  /// most of the time.
  private Measured commands(DataFolder data, int writers)
      throws IOException, InterruptedException, TimeoutException {
    try (ServerProcess server = start(data)) {
      measure(server, new Shape(1, WRITERS, 1, 1), Map.of());
      return measure(
          server,
          new Shape(0, writers, 1, 1),
          Map.of("diskSyncMicros", DiskSync.micros(data.path())));
    }
  }

  private Measured measure(ServerProcess server, Shape shape, Map<String, Double> more)
      throws IOException, InterruptedException, TimeoutException {
    return new TimePerOperation(generator, server, pace)
        .measure(new Commands(generator, server.port(), shape), more);
  }

  private Measured firstJoins(Side side)
      throws IOException, InterruptedException, TimeoutException {
    Map<String, Double> raw = new LinkedHashMap<>();
    double[] millis = new double[STARTS];
    for (int i = 0; i < STARTS; i++) {
      try (DataFolder data = folder(side);
          ServerProcess server = start(data)) {
        millis[i] = FirstJoin.millis(generator, server.port());
        raw.put("joinMillis" + (i + 1), millis[i]);
      }
    }
    return new Measured(Median.of(millis), raw);
  }

  private ServerProcess start(DataFolder data) throws IOException, InterruptedException {
    return ServerProcess.start(servers.product().keepingIn(data), Cores.ONE, servers.logs());
  }

  @Override
  public void close() {
    longRoom.close();
  }
}
