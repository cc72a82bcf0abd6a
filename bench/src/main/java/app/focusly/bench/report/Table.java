package app.focusly.bench.report;

import app.focusly.bench.Row.Sides;
import app.focusly.bench.Row.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The results as text.
public final class Table {
  private Table() {}

  /// A line for each row; rows that compare our server with itself come apart from the others.
  public static String of(List<RowResult> results) {
    return Arrays.stream(Sides.values())
        .map(sides -> part(results, sides))
        .collect(Collectors.joining());
  }

  private static String part(List<RowResult> all, Sides sides) {
    List<RowResult> results = all.stream().filter(result -> result.row().sides() == sides).toList();
    if (results.isEmpty()) {
      return "";
    }
    return line("row", sides.left(), sides.right(), "ratio", "target", "", "unit")
        + results.stream().map(Table::line).collect(Collectors.joining());
  }

  private static String line(RowResult result) {
    return line(
        result.row().id(),
        figure(result.ours()),
        figure(result.theirs()),
        fixed(result.ratio()),
        target(result.row().target()),
        switch (result.verdict()) {
          case MET -> "met";
          case MISSED -> "MISSED";
          case NO_TARGET -> throughput(result);
        },
        result.row().unit());
  }

  private static String target(Target target) {
    if (target.left().isPresent()) {
      return "≤" + figure(target.left().getAsDouble());
    }
    return target.ratio().isPresent() ? fixed(target.ratio().getAsDouble()) : "";
  }

  private static String throughput(RowResult result) {
    return result.ratioOf("operationsPerSecond").isPresent()
        ? fixed(result.ratioOf("operationsPerSecond").getAsDouble()) + " x the rate"
        : "";
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, "%-18s %11s %11s %7s %9s  %-15s %s%n", cells);
  }

  private static String fixed(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /// Three digits that mean something.
  public static String figure(double value) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
