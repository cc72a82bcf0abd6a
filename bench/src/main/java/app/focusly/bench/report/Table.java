package app.focusly.bench.report;

import java.util.List;
import java.util.Locale;

/// The results as text.
public final class Table {
  private Table() {}

  /// A line for each row.
  public static String of(List<RowResult> results) {
    var text = new StringBuilder();
    text.append(line("row", "ours", "theirs", "ratio", "target", "", "unit"));
    for (RowResult result : results) {
      text.append(
          line(
              result.row().id(),
              figure(result.ours()),
              figure(result.theirs()),
              "%.2f".formatted(result.ratio()),
              result.row().target().isPresent()
                  ? "%.2f".formatted(result.row().target().getAsDouble())
                  : "",
              switch (result.verdict()) {
                case MET -> "met";
                case MISSED -> "MISSED";
                case NO_TARGET -> "";
              },
              result.row().unit()));
    }
    return text.toString();
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, "%-18s %10s %10s %7s %7s  %-9s %s%n", cells);
  }

  /// Three digits that mean something.
  public static String figure(double value) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
