package app.focusly.bench;

import app.focusly.bench.Row.Sides;
import app.focusly.bench.Row.Target;
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
import app.focusly.bench.workload.Handshakes;
import app.focusly.bench.workload.OfferRelay;
import app.focusly.bench.workload.PacedRooms;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// All rows of the table.
final class Rows implements AutoCloseable {
  private static final String CPU_PER_DELIVERY = "µs CPU/delivery";

  /// Broadcasts under way in each of many small rooms. The one large room has one, so that nothing
  /// is written together that came apart.
  private static final int IN_FLIGHT = 4;

  private static final PacedRooms.Shape PACED = new PacedRooms.Shape(50, 20, 30_000);

  private final Generator generator;
  private final Servers servers;
  private final Pace pace;
  private final JournalRows journal;
  private final HistoryRows history;
  private final UpdateRows updates;
  private final NoteRow note;

  Rows(Generator generator, Servers servers, Pace pace) {
    this.generator = generator;
    this.servers = servers;
    this.pace = pace;
    this.journal = new JournalRows(generator, servers, pace);
    this.history = new HistoryRows(servers, pace);
    this.updates = new UpdateRows(servers, pace);
    this.note = new NoteRow(generator, servers, pace);
  }

  List<Row> all() {
    Shape one = new Shape(1, 1_000 / pace.scale(), 1, Transport.WEBSOCKET);
    Shape many = new Shape(200 / pace.scale(), 5, IN_FLIGHT, Transport.WEBSOCKET);
    Shape polling = new Shape(200 / pace.scale(), 5, IN_FLIGHT, Transport.POLLING);
    List<Row> rows =
        List.of(
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
                Dialect.ROOM),
            memory(),
            handshake(),
            peerjs(),
            start(),
            latency(),
            cores("cores-room", "one room of 1000, our library on two cores and on one", one),
            cores("cores-rooms", "200 rooms of 5, our library on two cores and on one", many));
    return Stream.of(rows, journal.all(), history.all(), updates.all(), List.of(note.row()))
        .flatMap(List::stream)
        .toList();
  }

  private Row start() {
    return new Row(
        "start",
        "from the command to the first client: the unpacked archive, and socket.io with peer",
        "ms",
        Target.ratio(1.5),
        Sides.OURS_AND_THEIRS,
        side ->
            new StartTime(
                    generator,
                    side == Side.OURS ? servers.archive() : servers.node("app"),
                    servers.logs())
                .measure());
  }

  private Row latency() {
    return new Row(
        "latency",
        "99th percentile at 30,000 deliveries a second, 50 rooms of 20, library",
        "ms",
        Target.ratio(1),
        Sides.OURS_AND_THEIRS,
        side -> {
          try (ServerProcess server = start(command(Dialect.ECHO, side), Cores.ONE)) {
            return new Latency(generator, server, pace)
                .measure(new PacedRooms(generator, server.port(), PACED));
          }
        });
  }

  /// Not a comparison with Node: what a second core, half of which is the generator's, brings.
  private Row cores(String id, String title, Shape shape) {
    return new Row(
        id,
        title,
        CPU_PER_DELIVERY,
        Target.NONE,
        Sides.TWO_CORES_AND_ONE,
        side -> {
          Cores cores = side == Side.OURS ? Cores.TWO : Cores.ONE;
          try (ServerProcess server = start(servers.ourEcho(), cores)) {
            return new CpuPerOperation(generator, server, pace)
                .measure(new FanOut(generator, server.port(), shape, Dialect.ECHO));
          }
        });
  }

  private Row memory() {
    return new Row(
        "memory",
        "10,000 idle WebSocket connections, product",
        "KB resident/connection",
        Target.ratio(0.40),
        Sides.OURS_AND_THEIRS,
        side -> {
          try (ServerProcess server = start(command(Dialect.ROOM, side), Cores.ONE)) {
            return new MemoryPerConnection(generator, server, pace).measure();
          }
        });
  }

  private Row handshake() {
    return new Row(
        "handshake",
        "connect, join the namespace, say goodbye, product",
        "µs CPU/handshake",
        Target.ratio(0.25),
        Sides.OURS_AND_THEIRS,
        side -> {
          try (ServerProcess server = start(command(Dialect.ROOM, side), Cores.ONE)) {
            return new CpuPerOperation(generator, server, pace.forSeldomWork())
                .measure(new Handshakes(generator, server.port()));
          }
        });
  }

  private Row peerjs() {
    return new Row(
        "peerjs",
        "relay of offers of 3 KB between 100 pairs, product and peer",
        "µs CPU/message",
        Target.ratio(0.40),
        Sides.OURS_AND_THEIRS,
        side -> {
          ServerCommand command = side == Side.OURS ? servers.product() : servers.node("peer");
          try (ServerProcess server = start(command, Cores.ONE)) {
            return new CpuPerOperation(generator, server, pace)
                .measure(new OfferRelay(generator, server.port()));
          }
        });
  }

  private Row fanOut(String id, String title, double target, Shape shape, Dialect dialect) {
    return new Row(
        id,
        title,
        CPU_PER_DELIVERY,
        Target.ratio(target),
        Sides.OURS_AND_THEIRS,
        side -> {
          try (ServerProcess server = start(command(dialect, side), Cores.ONE)) {
            Pace fitting = shape.rooms() == 1 ? pace.forSeldomWork() : pace;
            return new CpuPerOperation(generator, server, fitting)
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

  private ServerProcess start(ServerCommand command, Cores cores)
      throws IOException, InterruptedException {
    return ServerProcess.start(command, cores, servers.logs());
  }

  @Override
  public void close() {
    journal.close();
    history.close();
  }
}
