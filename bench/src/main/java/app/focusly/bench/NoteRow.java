package app.focusly.bench;

import app.focusly.bench.Row.Sides;
import app.focusly.bench.Row.Target;
import app.focusly.bench.generator.Generator;
import app.focusly.bench.machine.DiskSync;
import app.focusly.bench.servers.Cores;
import app.focusly.bench.servers.DataFolder;
import app.focusly.bench.servers.ServerCommand;
import app.focusly.bench.servers.ServerProcess;
import app.focusly.bench.servers.Servers;
import app.focusly.bench.servers.Side;
import app.focusly.bench.workload.PacedNotes;
import app.focusly.bench.workload.PacedNotes.Shape;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/// The row about writing in notes: how long a letter takes until the server has answered for it.
final class NoteRow {
  /// A hundred people who type as fast as people can.
  private static final Shape SHAPE = new Shape(10, 10, 1_000);

  /// What a person takes for at once.
  private static final double MOST_MILLIS = 100;

  private final Generator generator;
  private final Servers servers;
  private final Pace pace;

  NoteRow(Generator generator, Servers servers, Pace pace) {
    this.generator = generator;
    this.servers = servers;
    this.pace = pace;
  }

  Row row() {
    return new Row(
        "note-update",
        "99th percentile of a letter's acknowledgement, 10 notes of 10 writers, 1,000 a second",
        "ms",
        Target.left(MOST_MILLIS),
        Sides.OURS_AND_THEIRS,
        this::measure);
  }

  private Measured measure(Side side) throws IOException, InterruptedException, TimeoutException {
    try (DataFolder data = servers.data();
        ServerProcess server =
            ServerProcess.start(command(side, data), Cores.ONE, servers.logs())) {
      Measured measured =
          new Latency(generator, server, pace)
              .measure(new PacedNotes(generator, server.port(), SHAPE));
      Map<String, Double> raw = new LinkedHashMap<>(measured.raw());
      raw.put("diskSyncMicros", DiskSync.micros(data.path()));
      return new Measured(measured.value(), raw);
    }
  }

  private ServerCommand command(Side side, DataFolder data) {
    return side == Side.OURS ? servers.product().keepingIn(data) : servers.node("note");
  }
}
