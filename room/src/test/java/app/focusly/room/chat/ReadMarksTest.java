package app.focusly.room.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadMarksTest {
  private final ReadMarks marks = new ReadMarks();

  @Test
  void aMarkMovesForwardAlone() {
    assertThat(marks.of("ann")).isZero();
    assertThat(marks.read("ann", 7)).isTrue();
    assertThat(marks.read("ann", 7)).isFalse();
    assertThat(marks.read("ann", 3)).isFalse();
    assertThat(marks.of("ann")).isEqualTo(7);
    assertThat(marks.of("ben")).isZero();
  }

  @Test
  void whoHasReadNothingForTheLongestIsForgotten() {
    for (int member = 0; member <= ReadMarks.MAX_MEMBERS; member++) {
      marks.read("m" + member, 1);
      marks.of("m0");
    }

    assertThat(marks.of("m0")).isEqualTo(1);
    assertThat(marks.of("m1")).isZero();
    assertThat(marks.of("m2")).isEqualTo(1);
  }
}
