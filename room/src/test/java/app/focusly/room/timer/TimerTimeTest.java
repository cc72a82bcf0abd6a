package app.focusly.room.timer;

import static app.focusly.room.timer.TimerRoom.MINUTE;
import static app.focusly.room.timer.TimerRoom.SECOND;
import static app.focusly.room.timer.TimerRoom.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.ledger.FeatureBench;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A phase ends at its time, to the millisecond, whatever clocks do.
class TimerTimeTest {
  private final TimerRoom room = TimerRoom.withAnn();

  @Test
  void aPhaseEndsByItself() {
    room.start();
    room.live(25);

    assertThat(room.course()).isEqualTo("idle, then shortBreak 1");
    assertThat(room.bench().events().getLast().actor()).isEqualTo(FeatureBench.SYSTEM);
    assertThat(room.bench().body().path("ended").asText()).isEqualTo("focus");
    assertThat(room.bench().body().path("endedAt").longValue())
        .isEqualTo(at(Duration.ofMinutes(25)));
  }

  @Test
  void notAMillisecondEarlier() {
    room.live(Duration.ofNanos(1_499_999));
    room.start();
    room.live(Duration.ofMinutes(25).minusNanos(1_499_999));
    assertThat(room.course()).isEqualTo("focus 1, 00:00.001 to go");

    room.live(Duration.ofMillis(1));
    assertThat(room.ends()).hasSize(1);
    assertThat(room.endedAt(room.ends().getFirst())).isEqualTo(at(Duration.ofMinutes(25)) + 1);
  }

  @Test
  void aLateAlarmDoesNotMoveTheEnd() {
    room.start();
    room.bench().pass(Duration.ofMinutes(26));
    room.live(SECOND);

    assertThat(room.endedAt(room.ends().getFirst())).isEqualTo(at(Duration.ofMinutes(25)));
  }

  @Test
  void aCommandThatIsQuickerThanTheAlarmFindsThePhaseEnded() {
    room.start();
    room.bench().pass(Duration.ofMinutes(25));

    assertThat(room.tell(new TimerCommand.Pause())).isEqualTo("timer-not-running");
    room.start();
    assertThat(room.types()).endsWith("timer-phase-ended", "timer-started");
    assertThat(room.course()).isEqualTo("shortBreak 1, 05:00 to go");
    assertThat(room.bench().body(room.ends().getFirst()).path("timer").path("by").asText())
        .isEqualTo(FeatureBench.SYSTEM);
  }

  @Test
  void anExtensionInTheLastMillisecondCounts() {
    room.start();
    room.live(Duration.ofMinutes(25).minusMillis(1));
    room.tell(new TimerCommand.Extend(5));
    room.live(MINUTE);

    assertThat(room.course()).isEqualTo("focus 1, 04:00.001 to go");
    assertThat(room.ends()).isEmpty();
    assertThat(room.view().path("length").longValue()).isEqualTo(Duration.ofMinutes(30).toMillis());
  }

  @Test
  void anExtensionAtTheEndComesTooLate() {
    room.start();
    room.bench().pass(Duration.ofMinutes(25));

    assertThat(room.tell(new TimerCommand.Extend(5))).isEqualTo("timer-not-running");
  }

  @Test
  void nobodyExtendsWithoutEnd() {
    room.start();
    for (int i = 0; i < 11; i++) {
      assertThat(room.tell(new TimerCommand.Extend(60))).startsWith("done");
    }
    assertThat(room.tell(new TimerCommand.Extend(36))).isEqualTo("invalid-payload");
    assertThat(room.tell(new TimerCommand.Extend(35))).startsWith("done");
    assertThat(room.course()).isEqualTo("focus 1, 720:00 to go");

    room.tell(new TimerCommand.Pause());
    assertThat(room.tell(new TimerCommand.Extend(1))).isEqualTo("invalid-payload");
  }

  @Test
  void aPauseTakesNothingAway() {
    room.start();
    room.live(10);
    room.tell(new TimerCommand.Pause());
    room.live(Duration.ofHours(3));
    room.tell(new TimerCommand.Resume());

    assertThat(room.course()).isEqualTo("focus 1, 15:00 to go");
    assertThat(room.view().path("startedAt").longValue()).isEqualTo(at(Duration.ofHours(3)));
    assertThat(room.view().path("length").longValue()).isEqualTo(Duration.ofMinutes(25).toMillis());
    room.live(15);
    assertThat(room.endedAt(room.ends().getFirst())).isEqualTo(at(Duration.ofMinutes(205)));
  }

  @Test
  void aClockThatIsSetBackLeavesNoNegativeTime() {
    room.live(10);
    room.start();
    room.bench().pass(Duration.ofMinutes(-10));
    room.tell(new TimerCommand.Pause());

    assertThat(room.view().path("remaining").longValue())
        .isEqualTo(Duration.ofMinutes(25).toMillis());
    room.tell(new TimerCommand.Resume());
    assertThat(room.view().path("endsAt").longValue()).isEqualTo(at(Duration.ofMinutes(35)));
  }

  @Test
  void aClockThatIsSetForwardEndsThePhaseAtItsTime() {
    room.start();
    room.live(1);
    room.bench().pass(Duration.ofHours(1));

    assertThat(room.tell(new TimerCommand.Pause())).isEqualTo("timer-not-running");
    room.live(SECOND);
    assertThat(room.endedAt(room.ends().getFirst())).isEqualTo(at(Duration.ofMinutes(25)));
  }

  @Test
  void aChangeToSummerTimeShiftsNothing() {
    var berlin = ZoneId.of("Europe/Berlin").getRules();
    for (Instant change :
        List.of(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-10-25T01:00:00Z"))) {
      assertThat(berlin.nextTransition(change.minusMillis(1)).getInstant()).isEqualTo(change);
      var clean = TimerRoom.withAnn();
      clean.live(Duration.between(clean.bench().now(), change).minus(MINUTE.multipliedBy(10)));
      clean.start();
      long startedAt = clean.bench().now().toEpochMilli();
      clean.live(25);

      assertThat(clean.endedAt(clean.ends().getFirst()) - startedAt).isEqualTo(1_500_000);
      assertThat(clean.bench().events().getLast().at())
          .isEqualTo(change.plus(Duration.ofMinutes(15)));
    }
  }
}
