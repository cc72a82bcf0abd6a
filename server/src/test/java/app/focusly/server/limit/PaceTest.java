package app.focusly.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.config.LimitConfig;
import app.focusly.server.config.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaceTest {
  @TempDir Path folder;

  private LimitConfig limits(String own, String address) {
    return LimitConfig.read(
        Settings.read(
            Map.of(
                "FOCUSLY_MESSAGES",
                own,
                "FOCUSLY_ADDRESS_MESSAGES",
                address,
                "FOCUSLY_MESSAGE_UNIT",
                "2000",
                "FOCUSLY_FLOOD_TIME",
                "1s"),
            folder));
  }

  private Pace pace(String own) {
    return new Pace(limits(own, "off"), null, 0);
  }

  @Test
  void aBurstIsReadAtOnceAndWhatFollowsAtTheRate() {
    Pace pace = pace("10/20");
    for (int i = 0; i < 20; i++) {
      assertThat(pace.received(1, 0)).isZero();
    }
    assertThat(pace.received(1, 0)).isEqualTo(100);
    assertThat(pace.received(1, 100)).isEqualTo(100);
    assertThat(pace.received(1, 1_000)).isZero();
  }

  @Test
  void manyAtOnceAreOwedForTogether() {
    assertThat(pace("10/20").received(30, 0, 0)).isEqualTo(1_000);
  }

  @Test
  void aLongMessageCountsForSeveral() {
    Pace pace = pace("1/10");
    assertThat(pace.received(1_999, 0)).isZero();
    assertThat(pace.received(16_000, 0)).isZero();
    assertThat(pace.received(1, 0)).isEqualTo(1_000);
  }

  @Test
  void whoIsOverTheRateForTheFloodTimeFloods() {
    Pace pace = pace("10/10");
    pace.received(11, 0, 0);
    assertThat(pace.flooding(999)).isFalse();
    assertThat(pace.floodingAtMillis()).isEqualTo(1_000);
    pace.received(20, 0, 500);
    assertThat(pace.flooding(1_000)).isTrue();
  }

  @Test
  void whoRestsDoesNotFlood() {
    Pace pace = pace("10/10");
    pace.received(11, 0, 0);
    assertThat(pace.received(1, 5_000)).isZero();
    assertThat(pace.flooding(5_000)).isFalse();
    assertThat(pace.floodingAtMillis()).isEqualTo(Long.MAX_VALUE);
  }

  /// Less than half of the burst is there again: the flood goes on.
  @Test
  void aShortPauseIsNoRest() {
    Pace pace = pace("10/10");
    pace.received(20, 0, 0);
    pace.received(1, 1_200);
    assertThat(pace.flooding(1_200)).isTrue();
  }

  @Test
  void neighboursShareTheirAddressesRateAndDoNotFloodByIt() {
    var use = new AddressUse(limits("off", "10/10"), _ -> {}, 0);
    Pace ann = use.pace(0);
    Pace ben = use.pace(0);
    assertThat(ann.received(10, 0, 0)).isZero();
    assertThat(ben.received(5, 0, 0)).isEqualTo(500);
    assertThat(ben.received(5, 0, 5_000)).isZero();
    assertThat(ben.flooding(5_000)).isFalse();
  }

  @Test
  void withoutALimitNothingIsEverTooFast() {
    assertThat(Pace.unlimited().received(1_000_000, 1_000_000_000, 0)).isZero();
    assertThat(pace("off").received(1_000_000, 1_000_000_000, 0)).isZero();
  }
}
