package app.focusly.server.docs;

import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.TestServer;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page of all metrics is written from what a running server tells Prometheus.
class MetricsPageTest {
  private static final String BEFORE =
      """
      # Metrics

      `GET /metrics` answers in Prometheus' text format, on the one port, to the addresses that
      `FOCUSLY_METRICS` lists: the machine's own by default. `FOCUSLY_METRICS=10.0.0.0/8` opens it to
      a network, `off` to nobody; whoever may not read it hears 404. A request that carries
      `X-Forwarded-For` from a proxy that is not among `FOCUSLY_TRUSTED_PROXIES` may not either, since
      it could come from anywhere.

      The gauges count our own sockets and sessions, and go back to zero when the clients have gone.
      Reading them is what costs; counting a message costs one addition.

      Worth an alarm: `focusly_storage_failures_total` that grows, `focusly_journal_lag_seconds` above
      what the disk needs, `focusly_loop_delay_seconds` above some tens of milliseconds, and
      `focusly_commands_total` with the outcome `internal-error`.

      | metric | type | labels | what it is |
      |---|---|---|---|
      """;
  private static final Pattern HELP = Pattern.compile("# HELP (\\S+) ?(.*)");
  private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
  private static final Pattern SAMPLE = Pattern.compile("([a-z_]+)(?:\\{(.*)\\})? \\S+");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"[^\"]*\"");

  @Test
  void namesEveryMetric() throws IOException {
    try (TestServer server = TestServer.start()) {
      WrittenPage.check("metrics.md", page(RawHttp.get(server, "/metrics").text()));
    }
  }

  /// The metric of a sample: those of a histogram have names of their own.
  private static String name(Matcher sample) {
    return sample.group(1).replaceFirst("_(bucket|count|sum)$", "");
  }

  private static String page(String scrape) {
    Map<String, String> help = new TreeMap<>();
    Map<String, String> types = new TreeMap<>();
    Map<String, TreeSet<String>> labels = new TreeMap<>();
    scrape
        .lines()
        .forEach(line -> {
          Matcher told = HELP.matcher(line);
          Matcher typed = TYPE.matcher(line);
          Matcher sample = SAMPLE.matcher(line);
          if (told.matches()) {
            help.put(told.group(1), told.group(2));
          } else if (typed.matches()) {
            types.put(typed.group(1), typed.group(2));
          } else if (sample.matches() && sample.group(2) != null) {
            TreeSet<String> names = labels.computeIfAbsent(name(sample), _ -> new TreeSet<>());
            LABEL.matcher(sample.group(2)).results().forEach(label -> names.add(label.group(1)));
          }
        });
    var page = new StringBuilder(BEFORE);
    types.forEach((name, type) ->
        page.append(
            "| `%s` | %s | %s | %s |%n"
                .formatted(
                    name,
                    type,
                    String.join(", ", labels.getOrDefault(name, new TreeSet<>())),
                    help.getOrDefault(name, ""))));
    return page.toString();
  }
}
