package app.focusly.bench.report;

import app.focusly.bench.Measured;
import app.focusly.bench.Row;
import java.util.List;
import java.util.OptionalDouble;

/// A row with the rounds that were measured.
public record RowResult(Row row, List<Round> rounds) {
  public RowResult {
    rounds = List.copyOf(rounds);
  }

  /// Ours and theirs, one right after the other.
  public record Round(Measured ours, Measured theirs) {
    double ratio() {
      return ours.value() / theirs.value();
    }
  }

  /// How a row stands to its target.
  public enum Verdict {
    MET,
    MISSED,
    NO_TARGET
  }

  /// The median of our figures.
  public double ours() {
    return Median.of(rounds.stream().mapToDouble(round -> round.ours().value()).toArray());
  }

  /// The median of their figures.
  public double theirs() {
    return Median.of(rounds.stream().mapToDouble(round -> round.theirs().value()).toArray());
  }

  /// The median of the rounds' ratios: what disturbs the machine for longer than a round disturbs
  /// both sides of it.
  public double ratio() {
    return Median.of(rounds.stream().mapToDouble(Round::ratio).toArray());
  }

  /// The median of the rounds' ratios of a raw figure, if it was counted.
  OptionalDouble ratioOf(String figure) {
    double[] ratios =
        rounds.stream()
            .filter(round -> round.theirs().raw().containsKey(figure))
            .mapToDouble(round -> round.ours().raw(figure) / round.theirs().raw(figure))
            .toArray();
    return ratios.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Median.of(ratios));
  }

  /// Whether the targets are kept.
  public Verdict verdict() {
    Row.Target target = row.target();
    if (target.equals(Row.Target.NONE)) {
      return Verdict.NO_TARGET;
    }
    boolean met =
        ratio() <= target.ratio().orElse(Double.MAX_VALUE)
            && ours() <= target.left().orElse(Double.MAX_VALUE);
    return met ? Verdict.MET : Verdict.MISSED;
  }
}
