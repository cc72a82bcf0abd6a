package app.focusly.bench;

import app.focusly.bench.generator.Generator;
import app.focusly.bench.machine.Machine;
import app.focusly.bench.report.JsonReport;
import app.focusly.bench.report.RowResult;
import app.focusly.bench.report.Table;
import app.focusly.bench.servers.Servers;
import app.focusly.bench.servers.Side;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Measures rows and reports. Run by `./focusly bench`, on the core that the servers leave free.
public final class Bench {
  private static final int USAGE = 2;

  private final BenchOptions options;
  private final Path root;

  private Bench(BenchOptions options, Path root) {
    this.options = options;
    this.root = root;
  }

  /// Runs to the end of the table.
  ///
  /// @param arguments the source tree's folder, then the options
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    List<String> asked = List.of(arguments).subList(1, arguments.length);
    try (var generator = new Generator()) {
      List<String> known =
          new Rows(generator, new Servers(root), Pace.FULL).all().stream().map(Row::id).toList();
      switch (BenchOptions.read(asked, known)) {
        case BenchOptions.Outcome.Refused refused -> {
          System.err.println("focusly: " + refused.why());
          System.exit(USAGE);
        }
        case BenchOptions.Outcome.Read read -> new Bench(read.options(), root).run(generator);
      }
    }
  }

  private void run(Generator generator) throws Exception {
    Pace pace = options.quick() ? Pace.QUICK : Pace.FULL;
    Map<String, String> machine = Machine.describe(root.resolve("bench/node_modules"));
    machine.forEach((name, value) -> System.out.println(name + ": " + value));
    var results = new ArrayList<RowResult>();
    for (Row row : new Rows(generator, new Servers(root), pace).all()) {
      if (options.wants(row.id())) {
        results.add(measure(row));
      }
    }
    Path file = root.resolve("bench/target/bench.json");
    JsonReport.write(file, machine, results);
    System.out.println();
    System.out.print(Table.of(results));
    System.out.println(
        "Figures are medians of "
            + options.rounds()
            + " rounds; a ratio is the median of the rounds' ratios.");
    System.out.println("All figures are in " + file);
  }

  private RowResult measure(Row row) throws Exception {
    System.out.println();
    System.out.println(row.id() + ": " + row.title());
    var rounds = new ArrayList<RowResult.Round>();
    for (int round = 1; round <= options.rounds(); round++) {
      Measured ours = measure(row, Side.OURS, round);
      Measured theirs = measure(row, Side.THEIRS, round);
      rounds.add(new RowResult.Round(ours, theirs));
    }
    return new RowResult(row, rounds);
  }

  private Measured measure(Row row, Side side, int round) throws Exception {
    String who = side == Side.OURS ? "ours" : "theirs";
    System.out.printf("  round %d of %d, %-6s ", round, options.rounds(), who);
    System.out.flush();
    Measured measured = row.measurement().measure(side);
    System.out.println(Table.figure(measured.value()) + " " + row.unit() + "  " + measured.raw());
    return measured;
  }
}
