package app.focusly.room.timer;

import static app.focusly.room.timer.TimerRoom.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What follows what.
class TimerCycleTest {
  private final TimerRoom room = TimerRoom.withAnn();

  @Test
  void theClassicCycleHasALongBreakAfterFourRounds() {
    for (int round = 1; round <= 4; round++) {
      room.start();
      assertThat(room.course()).isEqualTo("focus " + round + ", 25:00 to go");
      room.live(25);
      room.start();
      assertThat(room.course())
          .isEqualTo(
              round < 4 ? "shortBreak " + round + ", 05:00 to go" : "longBreak 4, 15:00 to go");
      room.live(round < 4 ? 5 : 15);
    }
    assertThat(room.course()).isEqualTo("idle, then focus 1");
  }

  @Test
  void withAutoAdvanceItNeedsNobody() {
    room.autoAdvance();
    room.start();
    room.live(Duration.ofMinutes(4 * 25 + 3 * 5 + 14));

    assertThat(room.course()).isEqualTo("longBreak 4, 01:00 to go");
    assertThat(room.ends()).hasSize(7);
    assertThat(room.bench().events()).hasSize(2 + 2 + 7);
    room.live(1);
    assertThat(room.course()).isEqualTo("focus 1, 25:00 to go");
  }

  @Test
  void phasesFollowEachOtherAtTrueTimesAlsoWhenTheAlarmIsLate() {
    room.configure(new Settings(new Lengths(1, 1, 1, 4), true, false));
    room.start();
    room.bench().pass(Duration.ofSeconds(170));
    room.live(Duration.ZERO);

    assertThat(room.ends())
        .extracting(room::endedAt)
        .containsExactly(at(Duration.ofMinutes(1)), at(Duration.ofMinutes(2)));
    assertThat(room.course()).isEqualTo("focus 2, 00:10 to go");
  }

  @Test
  void whatIsNoticedTooLateIsFollowedByNothing() {
    room.autoAdvance();
    room.start();
    room.bench().pass(Duration.ofMinutes(25).plus(TimerLimits.AWARE).plusMillis(1));
    room.live(Duration.ZERO);

    assertThat(room.course()).isEqualTo("idle, then shortBreak 1");
  }

  @Test
  void newLengthsCountFromTheNextPhaseOn() {
    room.start();
    room.configure(new Settings(new Lengths(10, 2, 4, 2), false, false));
    assertThat(room.course()).isEqualTo("focus 1, 25:00 to go");
    room.live(25);
    room.start();

    assertThat(room.course()).isEqualTo("shortBreak 1, 02:00 to go");
  }

  @Test
  void aRoundBeyondTheLastBecomesTheLast() {
    room.configure(new Settings(Lengths.CLASSIC, true, false));
    room.start();
    room.live(30 + 30 + 1);
    assertThat(room.course()).isEqualTo("focus 3, 24:00 to go");

    room.configure(new Settings(new Lengths(25, 5, 15, 2), true, false));
    assertThat(room.course()).isEqualTo("focus 2, 24:00 to go");
    assertThat(room.view().path("next").asText()).isEqualTo("longBreak");
  }

  @Test
  void aFocusPhaseSaysThatItIsQuietHoweverItBegins() {
    room.configure(new Settings(Lengths.CLASSIC, true, true));
    room.start();
    assertThat(room.bench().body().path("quiet").booleanValue()).isTrue();
    room.live(25);
    assertThat(room.bench().body().has("quiet")).isFalse(); // a break
    room.live(5);
    assertThat(room.bench().body().path("quiet").booleanValue()).isTrue();
    room.tell(new TimerCommand.Pause());
    room.tell(new TimerCommand.Resume());
    assertThat(room.bench().body().has("quiet")).isFalse(); // it does not begin
    room.tell(new TimerCommand.Skip());
    assertThat(room.bench().body().has("quiet")).isFalse();
    room.tell(new TimerCommand.Skip());
    assertThat(room.bench().body().path("quiet").booleanValue()).isTrue();
    room.tell(new TimerCommand.Reset());
    assertThat(room.bench().body().has("quiet")).isFalse();
  }

  @Test
  void withoutQuietFocusNothingIsSaidOfIt() {
    room.start();

    assertThat(room.bench().body().has("quiet")).isFalse();
  }
}
