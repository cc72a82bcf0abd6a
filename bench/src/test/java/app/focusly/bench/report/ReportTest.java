package app.focusly.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.focusly.bench.Measured;
import app.focusly.bench.Row;
import app.focusly.bench.Row.Sides;
import app.focusly.bench.Row.Target;
import app.focusly.bench.report.RowResult.Round;
import app.focusly.bench.report.RowResult.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void theRatioIsTheMedianOfTheRoundsRatios() {
    RowResult result =
        result(Target.ratio(0.5), round(1, 4), round(10, 20), round(3, 4)); // 0.25 0.5 0.75
    assertThat(result.ratio()).isEqualTo(0.5, within(1e-9));
    assertThat(result.ours()).isEqualTo(3);
    assertThat(result.theirs()).isEqualTo(4);
  }

  @Test
  void aRatioAtItsTargetMeetsIt() {
    assertThat(result(Target.ratio(0.5), round(1, 2)).verdict()).isEqualTo(Verdict.MET);
    assertThat(result(Target.ratio(0.49), round(1, 2)).verdict()).isEqualTo(Verdict.MISSED);
    assertThat(result(Target.NONE, round(1, 2)).verdict()).isEqualTo(Verdict.NO_TARGET);
  }

  @Test
  void aFigureMayHaveATargetOfItsOwn() {
    Target target = Target.left(10);
    assertThat(result(target, round(10, 1)).verdict()).isEqualTo(Verdict.MET);
    assertThat(result(target, round(11, 40)).verdict()).isEqualTo(Verdict.MISSED);
    assertThat(Table.of(List.of(result(target, round(10, 20))))).contains("≤10.0", "met");
  }

  @Test
  void theTableTellsWhatWasMissed() {
    String table = Table.of(List.of(result(Target.ratio(0.4), round(123.4, 200))));
    assertThat(table).contains("a-row", "123", "200", "0.62", "0.40", "MISSED");
  }

  @Test
  void ourServerOnTwoCoresStandsApart() {
    var two = new Measured(3, Map.of("operationsPerSecond", 150.0));
    var one = new Measured(4, Map.of("operationsPerSecond", 100.0));
    String table =
        Table.of(
            List.of(
                result(Target.ratio(1), round(1, 2)),
                result(Sides.TWO_CORES_AND_ONE, Target.NONE, new Round(two, one))));
    assertThat(table.lines()).hasSize(4);
    assertThat(table.lines().toList().getLast()).contains("0.75", "1.50 x the rate");
  }

  @Test
  void theFileHasEveryRoundsFigures() {
    JsonNode report =
        JsonReport.tree(
            Map.of("cores", "2"), List.of(result(Target.ratio(1), round(1, 2), round(3, 4))));
    assertThat(report.at("/machine/cores").asText()).isEqualTo("2");
    assertThat(report.at("/rows/0/rounds")).hasSize(2);
    assertThat(report.at("/rows/0/rounds/1/theirs/value").asDouble()).isEqualTo(4);
    assertThat(report.at("/rows/0/rounds/1/ours/counted").asDouble()).isEqualTo(7);
    assertThat(report.at("/rows/0/verdict").asText()).isEqualTo("MET");
  }

  private static Round round(double ours, double theirs) {
    return new Round(
        new Measured(ours, Map.of("counted", 7.0)), new Measured(theirs, Map.of("counted", 7.0)));
  }

  private static RowResult result(Target target, Round... rounds) {
    return result(Sides.OURS_AND_THEIRS, target, rounds);
  }

  private static RowResult result(Sides sides, Target target, Round... rounds) {
    var row =
        new Row(
            "a-row",
            "a title",
            "µs",
            target,
            sides,
            _ -> {
              throw new AssertionError("nothing is measured here");
            });
    return new RowResult(row, List.of(rounds));
  }
}
