package app.focusly.bench;

import app.focusly.bench.Row.Sides;
import app.focusly.bench.Row.Target;
import app.focusly.bench.servers.Cores;
import app.focusly.bench.servers.ServerProcess;
import app.focusly.bench.servers.Servers;
import app.focusly.bench.servers.Side;
import app.focusly.bench.workload.HistoryPages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows about pages of the past: whether they take longer the more of it there is.
final class HistoryRows implements AutoCloseable {
  private static final int SESSIONS = 1_000;
  private static final double MOST_MILLIS = 200;

  private final Servers servers;
  private final Map<Integer, LongHistory> histories = new LinkedHashMap<>();
  private final int scale;

  HistoryRows(Servers servers, Pace pace) {
    this.servers = servers;
    this.scale = pace.scale();
  }

  List<Row> all() {
    var rows = new ArrayList<Row>();
    for (int times : List.of(1, 10, 100)) {
      rows.add(
          new Row(
              times == 1 ? "history" : "history-" + times,
              "the slowest page of a past of " + SESSIONS * times + " sessions, and of one",
              "ms",
              Target.left(MOST_MILLIS),
              Sides.LONG_HISTORY_AND_ONE,
              side -> pages(side == Side.OURS ? SESSIONS * times / scale : 1)));
    }
    return rows;
  }

  private Measured pages(int sessions) throws IOException, InterruptedException {
    LongHistory history = history(sessions);
    try (ServerProcess server =
        ServerProcess.start(
            servers.product().keepingIn(history.folder()), Cores.ONE, servers.logs())) {
      Map<String, Double> figures = HistoryPages.millis(server.port(), history.visit());
      return new Measured(HistoryPages.slowest(figures), figures);
    }
  }

  private LongHistory history(int sessions) throws IOException, InterruptedException {
    LongHistory known = histories.get(sessions);
    if (known == null) {
      known = LongHistory.of(servers, servers.product(), sessions);
      histories.put(sessions, known);
    }
    return known;
  }

  @Override
  public void close() {
    histories.values().forEach(LongHistory::close);
  }
}
