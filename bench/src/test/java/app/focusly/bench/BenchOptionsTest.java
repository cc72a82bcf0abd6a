package app.focusly.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {
  private static final List<String> KNOWN = List.of("memory", "start");

  @Test
  void withoutArgumentsAllRowsAreMeasuredThreeTimes() {
    BenchOptions options = read();
    assertThat(options).isEqualTo(new BenchOptions(List.of(), 3, false));
    assertThat(options.wants("memory")).isTrue();
  }

  @Test
  void onlyNamedRowsAreMeasured() {
    BenchOptions options = read("start", "--rounds", "7");
    assertThat(options).isEqualTo(new BenchOptions(List.of("start"), 7, false));
    assertThat(options.wants("memory")).isFalse();
  }

  @Test
  void aQuickRunHasOneRoundUnlessMoreAreAskedFor() {
    assertThat(read("--quick").rounds()).isEqualTo(1);
    assertThat(read("--quick", "--rounds", "2").rounds()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "100", "three", "1.5", ""})
  void refusesRoundsThatAreNone(String rounds) {
    assertThat(BenchOptions.read(List.of("--rounds", rounds), KNOWN))
        .isEqualTo(new BenchOptions.Outcome.Refused("--rounds takes a number from 1 to 99"));
  }

  @Test
  void refusesRoundsWithoutANumber() {
    assertThat(BenchOptions.read(List.of("--rounds"), KNOWN))
        .isInstanceOf(BenchOptions.Outcome.Refused.class);
  }

  @Test
  void namesTheRowsThereAreWhenOneIsUnknown() {
    assertThat(BenchOptions.read(List.of("memroy"), KNOWN))
        .isEqualTo(
            new BenchOptions.Outcome.Refused("there is no row memroy; there are memory start"));
  }

  private static BenchOptions read(String... arguments) {
    return ((BenchOptions.Outcome.Read) BenchOptions.read(List.of(arguments), KNOWN)).options();
  }
}
