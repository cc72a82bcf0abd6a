package app.focusly.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "abc-defg-hij", "A_b-9", "-", "7"})
  void lettersDigitsHyphenAndUnderscoreMakeAnId(String text) {
    assertThat(RoomId.parse(text)).contains(new RoomId(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "é", "a.b", "a\n", "٣", "#1"})
  void anythingElseMakesNone(String text) {
    assertThat(RoomId.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new RoomId(text));
  }

  @Test
  void longestHasSixtyFourCharacters() {
    assertThat(RoomId.parse("r".repeat(64))).isPresent();
    assertThat(RoomId.parse("r".repeat(65))).isEmpty();
  }

  @Test
  void freshOnesAreThreeFourThreeLetters() {
    var random = new Random(1);
    var fresh = new HashSet<RoomId>();
    for (int i = 0; i < 1_000; i++) {
      RoomId id = RoomIds.fresh(random);
      assertThat(id.value()).matches("[a-z]{3}-[a-z]{4}-[a-z]{3}");
      fresh.add(id);
    }
    assertThat(fresh).hasSize(1_000);
  }

  @Test
  void freshOnesFollowTheGeneratorAlone() {
    assertThat(RoomIds.fresh(new Random(7))).isEqualTo(RoomIds.fresh(new Random(7)));
  }
}
