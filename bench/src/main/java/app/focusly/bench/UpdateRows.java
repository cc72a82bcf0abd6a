package app.focusly.bench;

import app.focusly.bench.Row.Sides;
import app.focusly.bench.Row.Target;
import app.focusly.bench.servers.Batch;
import app.focusly.bench.servers.Cores;
import app.focusly.bench.servers.Servers;
import app.focusly.bench.servers.Side;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// The rows about notes: what the server does with the updates of one, and yjs with the same.
final class UpdateRows {
  private static final int UPDATES = 20_000;

  private final Servers servers;
  private final Pace pace;

  UpdateRows(Servers servers, Pace pace) {
    this.servers = servers;
    this.pace = pace;
  }

  List<Row> all() {
    return List.of(
        row("merge", "a note of 20,000 updates and 200 more as one"),
        row("diff", "the half of a note that somebody has not got"),
        row("state-vector", "the state vector of a note"),
        row("open", "a note's document, to be read"),
        row("compact", "a note without the content of what is deleted"));
  }

  private Row row(String work, String title) {
    return new Row(
        "updates-" + work,
        title + ", our module and yjs",
        "µs",
        Target.ratio(1),
        Sides.OURS_AND_THEIRS,
        side -> measure(work, side));
  }

  private Measured measure(String work, Side side) throws IOException, InterruptedException {
    String folder = servers.updates(UPDATES / pace.scale());
    List<String> arguments =
        List.of(
            work,
            folder,
            String.valueOf(pace.warmUp().toMillis()),
            String.valueOf(pace.window().toMillis()));
    double micros =
        Batch.run(
            side == Side.OURS ? servers.ourUpdates(arguments) : servers.theirUpdates(arguments),
            Cores.ONE,
            servers.logs());
    return new Measured(micros, Map.of("micros", micros));
  }
}
