package app.focusly.room.timer;

import static app.focusly.room.timer.TimerRoom.SECOND;
import static app.focusly.room.timer.TimerRoom.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.history.Attendance;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The timer does not need the process: what was to happen while there was none has happened at its
/// time.
class TimerRestartTest {
  private final TimerRoom room = TimerRoom.withAnn();

  @Test
  void inMidPhaseItGoesOn() {
    room.start();
    room.live(10);
    room.crash(SECOND.multipliedBy(30));
    room.come("ann");

    assertThat(room.course()).isEqualTo("focus 1, 14:30 to go");
    room.live(15);
    assertThat(room.endedAt(room.ends().getFirst())).isEqualTo(at(Duration.ofMinutes(25)));
    assertThat(room.ends().getFirst().at().toEpochMilli()).isEqualTo(at(Duration.ofMinutes(25)));
  }

  @Test
  void whatEndedMeanwhileEndedAtItsTime() {
    room.start();
    room.live(Duration.ofMinutes(25).minus(SECOND));
    room.crash(SECOND.multipliedBy(20));
    room.come("ann");
    room.live(SECOND);

    assertThat(room.course()).isEqualTo("idle, then shortBreak 1");
    assertThat(room.endedAt(room.ends().getFirst())).isEqualTo(at(Duration.ofMinutes(25)));
  }

  @Test
  void theNextPhaseFollowsAtItsTimeWhenTheRestartIsShort() {
    room.autoAdvance();
    room.start();
    room.live(Duration.ofMinutes(25).minus(SECOND));
    room.crash(SECOND.multipliedBy(61));
    room.come("ann");
    room.live(Duration.ZERO);

    assertThat(room.course()).isEqualTo("shortBreak 1, 04:00 to go");
    assertThat(room.endedAt(room.ends().getFirst())).isEqualTo(at(Duration.ofMinutes(25)));
  }

  @Test
  void hoursLaterOnlyThePhaseThatRanHasEnded() {
    room.autoAdvance();
    room.start();
    room.live(10);
    room.crash(Duration.ofHours(5));
    room.come("ben");
    room.live(60);

    assertThat(room.course()).isEqualTo("idle, then shortBreak 1");
    assertThat(room.ends()).hasSize(1);
    assertThat(room.endedAt(room.ends().getFirst())).isEqualTo(at(Duration.ofMinutes(25)));
  }

  @Test
  void whatEndsBeforeAnybodyIsBackIsFollowedByNothing() {
    room.autoAdvance();
    room.start();
    room.live(Duration.ofMinutes(25).minus(SECOND));
    room.interrupt(SECOND.multipliedBy(20));
    room.come("ann");
    room.live(10);

    assertThat(room.course()).isEqualTo("idle, then shortBreak 1");
    assertThat(room.ends()).hasSize(1);
  }

  @Test
  void whatEndsWhenEveryoneIsBackIsFollowedByTheNext() {
    room.autoAdvance();
    room.start();
    room.live(24);
    room.interrupt(SECOND.multipliedBy(20));
    room.come("ann");
    room.live(2);

    assertThat(room.course()).isEqualTo("shortBreak 1, 03:40 to go");
  }

  @Test
  void whenNobodyIsExpectedAnyMoreTheSessionIsOverAndTheTimerReset() {
    room.autoAdvance();
    room.start();
    room.live(10);
    room.interrupt(Duration.ofHours(5));
    assertThat(room.types())
        .endsWith("member-left", "session-ended", "timer-phase-ended", "timer-reset");
    assertThat(room.endedAt(room.ends().getFirst())).isEqualTo(at(Duration.ofMinutes(25)));

    room.come("ann");
    room.live(60);
    assertThat(room.course()).isEqualTo("idle, then focus 1");
    assertThat(room.ends()).hasSize(1);
    assertThat(room.view().path("settings").path("autoAdvance").booleanValue()).isTrue();
  }

  @Test
  void whoDoesNotComeBackLeavesAnEmptyRoom() {
    room.start();
    room.live(10);
    var lastSeen = room.bench().now();
    room.crash(SECOND.multipliedBy(20));
    room.view();
    room.live(2);
    room.miss("ann", lastSeen);
    room.live(Duration.ZERO);

    assertThat(room.types()).endsWith("member-left", "session-ended", "timer-reset");
  }

  @Test
  void aPauseLastsAcrossIt() {
    room.start();
    room.live(10);
    room.tell(new TimerCommand.Pause());
    room.crash(SECOND.multipliedBy(90));
    room.come("ann");
    assertThat(room.course()).isEqualTo("paused focus 1, 15:00 to go");

    room.tell(new TimerCommand.Resume());
    assertThat(room.course()).isEqualTo("focus 1, 15:00 to go");
  }

  @Test
  void itIsTheSameFromASnapshotAndFromTheEvents() {
    room.tell(new TimerCommand.SavePreset(new Preset("long", new Lengths(50, 10, 30, 4))));
    room.autoAdvance();
    room.start();
    room.live(10);
    room.tell(new TimerCommand.Pause());
    var view = room.view();
    room.bench().settle();

    room.bench().restart();
    assertThat(room.view()).isEqualTo(view);
    room.bench().restartWithoutSnapshots();
    assertThat(room.view()).isEqualTo(view);
  }

  @Test
  void aSnapshotKnowsWhoIsThere() {
    room.autoAdvance();
    room.start();
    room.bench().settle();
    room.bench().restart();
    room.view();
    room.live(25);

    assertThat(room.course()).isEqualTo("shortBreak 1, 05:00 to go");
  }

  @Test
  void aRestartWithinTheGraceThatNobodyFollowsUpResetsTheTimer() {
    room.start();
    room.live(10);
    room.interrupt(SECOND.multipliedBy(20));
    room.live(Attendance.GRACE);

    assertThat(room.types()).endsWith("member-left", "session-ended", "timer-reset");
    assertThat(room.ends()).isEmpty();
  }
}
