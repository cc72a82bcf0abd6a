package app.focusly.bench;

import app.focusly.bench.generator.Generator;
import app.focusly.bench.machine.Machine;
import app.focusly.bench.report.JsonReport;
import app.focusly.bench.report.RowResult;
import app.focusly.bench.report.Table;
import app.focusly.bench.servers.Servers;
import app.focusly.bench.servers.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// Measures rows and reports. Run by `./focusly bench`, on the core that the servers leave free.
public final class Bench {
  private static final int FAILED = 1;
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
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = Path.of(arguments[0]);
    List<String> asked = List.of(arguments).subList(1, arguments.length);
    try (var generator = new Generator();
        var rows = new Rows(generator, new Servers(root), Pace.FULL)) {
      List<String> known = rows.all().stream().map(Row::id).toList();
      switch (BenchOptions.read(asked, known)) {
        case BenchOptions.Outcome.Refused refused -> {
          System.err.println("focusly: " + refused.why());
          System.exit(USAGE);
        }
        case BenchOptions.Outcome.Read read -> {
          if (!new Bench(read.options(), root).run(generator)) {
            System.exit(FAILED);
          }
        }
      }
    }
  }

  /// @return whether every row could be measured
  private boolean run(Generator generator) throws IOException, InterruptedException {
    Pace pace = options.quick() ? Pace.QUICK : Pace.FULL;
    Map<String, String> machine = Machine.describe(root.resolve("bench/node_modules"));
    machine.forEach((name, value) -> System.out.println(name + ": " + value));
    Path file = root.resolve("bench/target/bench.json");
    var results = new ArrayList<RowResult>();
    var failed = new ArrayList<String>();
    try (var rows = new Rows(generator, new Servers(root), pace)) {
      for (Row row : rows.all()) {
        if (options.wants(row.id())) {
          measure(row).ifPresentOrElse(results::add, () -> failed.add(row.id()));
          JsonReport.write(file, machine, results); // what there is outlives an interruption
        }
      }
    }
    System.out.println();
    System.out.print(Table.of(results));
    System.out.println(
        "Medians of " + options.rounds() + " rounds; ratios are medians of the rounds' ratios.");
    System.out.println("All figures are in " + file);
    failed.forEach(row -> System.err.println("focusly: could not measure " + row));
    return failed.isEmpty();
  }

  private Optional<RowResult> measure(Row row) throws InterruptedException {
    System.out.println();
    System.out.println(row.id() + ": " + row.title());
    var rounds = new ArrayList<RowResult.Round>();
    try {
      for (int round = 1; round <= options.rounds(); round++) {
        Measured ours = measure(row, Side.OURS, round);
        Measured theirs = measure(row, Side.THEIRS, round);
        rounds.add(new RowResult.Round(ours, theirs));
      }
      return Optional.of(new RowResult(row, rounds));
    } catch (IOException | TimeoutException | IllegalStateException e) { // the other rows go on
      System.out.println("failed: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Measured measure(Row row, Side side, int round)
      throws IOException, InterruptedException, TimeoutException {
    String who = side == Side.OURS ? row.sides().left() : row.sides().right();
    System.out.printf("  round %d of %d, %-11s ", round, options.rounds(), who);
    System.out.flush();
    Measured measured = row.measurement().measure(side);
    System.out.println(Table.figure(measured.value()) + " " + row.unit());
    return measured;
  }
}
