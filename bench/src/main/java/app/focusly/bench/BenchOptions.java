package app.focusly.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// What the caller asks for: `[row…] [--rounds N] [--quick]`.
///
/// @param rows the rows by their ids; all when empty
/// @param rounds how often each side of a row is measured
/// @param quick only to see that all is in place
record BenchOptions(List<String> rows, int rounds, boolean quick) {
  static final int MAX_ROUNDS = 99;
  private static final int DEFAULT_ROUNDS = 3;

  BenchOptions {
    rows = List.copyOf(rows);
  }

  /// How reading ended.
  sealed interface Outcome {

    /// They make sense.
    record Read(BenchOptions options) implements Outcome {}

    /// They do not.
    record Refused(String why) implements Outcome {}
  }

  /// Reads them.
  ///
  /// @param known the ids of all rows
  static Outcome read(List<String> arguments, List<String> known) {
    Queue<String> left = new ArrayDeque<>(arguments);
    var rows = new ArrayList<String>();
    boolean quick = false;
    int rounds = 0;
    while (!left.isEmpty()) {
      String argument = left.remove();
      if (argument.equals("--quick")) {
        quick = true;
      } else if (argument.equals("--rounds")) {
        rounds = rounds(left.poll());
        if (rounds == 0) {
          return new Outcome.Refused("--rounds takes a number from 1 to " + MAX_ROUNDS);
        }
      } else if (known.contains(argument)) {
        rows.add(argument);
      } else {
        return new Outcome.Refused(
            "there is no row " + argument + "; there are " + String.join(" ", known));
      }
    }
    if (rounds == 0) {
      rounds = quick ? 1 : DEFAULT_ROUNDS;
    }
    return new Outcome.Read(new BenchOptions(rows, rounds, quick));
  }

  private static int rounds(@Nullable String text) {
    return text != null && text.matches("[1-9]\\d?") ? Integer.parseInt(text) : 0;
  }

  boolean wants(String row) {
    return rows.isEmpty() || rows.contains(row);
  }
}
