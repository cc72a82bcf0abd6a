package app.focusly.server.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What `/metrics` said at one time.
///
/// @param values by name with its labels, as Prometheus writes them
public record Scrape(Map<String, Double> values) {
  private static final Duration DEADLINE = Duration.ofSeconds(90);

  /// What does not go back to zero.
  private static final Pattern PASSED = Pattern.compile("_(total|count|sum|max|bucket)(\\{|$)");

  /// Asks the server.
  public static Scrape of(TestServer server) {
    try (RawHttp http = RawHttp.connect(server)) {
      return of(http);
    }
  }

  private static Scrape of(RawHttp http) {
    http.send(RawHttp.request("GET", "/metrics", ""));
    return new Scrape(
        http.read()
            .text()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.lastIndexOf(' ')),
                    line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))));
  }

  /// Asks the server, over one connection, until it is as it should be.
  public static Scrape await(TestServer server, Predicate<Scrape> condition) {
    try (RawHttp http = RawHttp.connect(server)) {
      return await(http, condition);
    }
  }

  /// Asks the server over a connection that there is already, until it is as it should be.
  public static Scrape await(RawHttp http, Predicate<Scrape> condition) {
    Instant deadline = Instant.now().plus(DEADLINE);
    Scrape scrape = of(http);
    while (!condition.test(scrape)) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("it does not come to that: " + scrape.gauges());
      }
      scrape = of(http);
    }
    return scrape;
  }

  /// One value.
  public double value(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new AssertionError("no metric " + name);
    }
    return value;
  }

  /// How often a limit was met.
  public double limit(String option) {
    return value("focusly_limits_total{option=\"" + option + "\"}");
  }

  /// How many sessions ended for a reason.
  public double closed(String reason) {
    return value("focusly_sessions_closed_total{reason=\"" + reason + "\"}");
  }

  /// What is there now of our own, but for the connection and the address that ask.
  public Map<String, Double> gauges() {
    return values.entrySet().stream()
        .filter(entry ->
            entry.getKey().startsWith("focusly_") && !PASSED.matcher(entry.getKey()).find())
        .filter(entry -> !entry.getKey().equals("focusly_addresses"))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    entry.getValue() - (entry.getKey().equals("focusly_connections") ? 1 : 0)));
  }

  /// Whether nobody is there.
  public boolean quiet() {
    return gauges().values().stream().allMatch(value -> value == 0);
  }
}
