package app.focusly.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MedianTest {
  @Test
  void isTheMiddleOneInWhateverOrder() {
    assertThat(Median.of(9, 1, 5)).isEqualTo(5);
  }

  @Test
  void isTheMeanOfTheTwoInTheMiddle() {
    assertThat(Median.of(10, 1, 2, 4)).isEqualTo(3);
  }

  @Test
  void isNotMovedByOneOutlier() {
    assertThat(Median.of(5, 1_000_000, 4)).isEqualTo(5);
  }

  @Test
  void leavesTheFiguresAsTheyAre() {
    double[] figures = {3, 1, 2};
    Median.of(figures);
    assertThat(figures).containsExactly(3, 1, 2);
  }

  @Test
  void isNotThereForNothing() {
    assertThatThrownBy(Median::of).isInstanceOf(IllegalArgumentException.class);
  }
}
