package app.focusly.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
  private final Histogram histogram = new Histogram();

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 63, 64, 65, 127, 128, 129, 1_000, 12_345, 999_999, 60_000_000})
  void givesATimeBackAlmostAsItWas(long micros) {
    histogram.add(micros);
    assertThat(histogram.quantileMicros(1))
        .isGreaterThanOrEqualTo(micros)
        .isCloseTo(micros, Percentage.withPercentage(100.0 / 64));
  }

  @Test
  void findsQuantiles() {
    for (int i = 1; i <= 10_000; i++) {
      histogram.add(i);
    }
    assertThat(histogram.quantileMicros(0.5)).isCloseTo(5_000, Percentage.withPercentage(1.6));
    assertThat(histogram.quantileMicros(0.99)).isCloseTo(9_900, Percentage.withPercentage(1.6));
    assertThat(histogram.total()).isEqualTo(10_000);
  }

  @Test
  void oneLateOfAHundredIsBeyondTheNinetyNinthPercentile() {
    for (int i = 0; i < 99; i++) {
      histogram.add(10);
    }
    histogram.add(50_000);
    assertThat(histogram.quantileMicros(0.99)).isEqualTo(10);
    assertThat(histogram.quantileMicros(0.999)).isGreaterThanOrEqualTo(50_000);
  }

  @Test
  void countsWhatIsTooLongAsTheLongest() {
    histogram.add(Long.MAX_VALUE);
    assertThat(histogram.quantileMicros(0.5)).isGreaterThan(60_000_000);
  }

  @Test
  void aClockThatSeemsToGoBackIsNoTime() {
    histogram.add(-5);
    assertThat(histogram.quantileMicros(0.5)).isZero();
  }

  @Test
  void forgets() {
    histogram.add(7);
    histogram.clear();
    assertThatThrownBy(() -> histogram.quantileMicros(0.5))
        .isInstanceOf(IllegalStateException.class);
  }
}
