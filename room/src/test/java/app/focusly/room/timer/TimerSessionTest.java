package app.focusly.room.timer;

import static app.focusly.room.timer.TimerRoom.SECOND;
import static app.focusly.room.timer.TimerRoom.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.history.Attendance;
import app.focusly.room.ledger.FeatureBench;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The timer belongs to a session, and runs on its own only for those who are there.
class TimerSessionTest {
  private final TimerRoom room = TimerRoom.withAnn();

  @Test
  void theEndOfASessionResetsIt() {
    room.start();
    room.live(10);
    room.go("ann");
    room.live(Attendance.GRACE);

    assertThat(room.types()).endsWith("session-ended", "timer-reset");
    assertThat(room.bench().events().getLast().actor()).isEqualTo(FeatureBench.SYSTEM);
    assertThat(room.course()).isEqualTo("idle, then focus 1");
  }

  @Test
  void aTimerThatWasNotTouchedNeedsNoReset() {
    room.go("ann");
    room.live(Attendance.GRACE);

    assertThat(room.types()).endsWith("member-left", "session-ended");
  }

  @Test
  void settingsAndPresetsOutliveSessions() {
    room.tell(new TimerCommand.SavePreset(new Preset("long", new Lengths(50, 10, 30, 4))));
    room.tell(new TimerCommand.Start("long", null));
    room.go("ann");
    room.live(Attendance.GRACE);

    assertThat(room.view().path("settings").path("focus").intValue()).isEqualTo(50);
    assertThat(room.view().path("presets").size()).isEqualTo(1);
  }

  @Test
  void aReloadOfTheOnlyMemberResetsNothing() {
    room.start();
    room.live(10);
    room.go("ann");
    room.live(SECOND.multipliedBy(3));
    room.come("ann");
    room.live(Attendance.GRACE);

    assertThat(room.course()).isEqualTo("focus 1, 12:57 to go");
  }

  @Test
  void inAnEmptyRoomAPhaseEndsAndNoneFollows() {
    room.autoAdvance();
    room.start();
    room.live(24);
    room.go("ann");
    room.live(Attendance.GRACE.minus(SECOND));
    assertThat(room.course()).isEqualTo("idle, then shortBreak 1");
    assertThat(room.endedAt(room.ends().getFirst())).isEqualTo(at(Duration.ofMinutes(25)));

    room.come("ann");
    room.live(10);
    assertThat(room.course()).isEqualTo("idle, then shortBreak 1");
  }

  @Test
  void asLongAsOneIsThereItGoesOn() {
    room.autoAdvance();
    room.come("ben");
    room.start();
    room.live(24);
    room.go("ann");
    room.live(2);

    assertThat(room.course()).isEqualTo("shortBreak 1, 04:00 to go");
  }

  @Test
  void whoCameAfterTheEndDoesNotMakeTheNextPhaseBegin() {
    room.autoAdvance();
    room.start();
    room.live(24);
    room.go("ann");
    room.bench().pass(SECOND.multipliedBy(90));
    room.come("ben");
    room.live(10);

    assertThat(room.course()).isEqualTo("idle, then shortBreak 1");
  }

  /// Both happened while nothing ran: what came first is told first, and nothing twice.
  @Test
  void aPhaseThatEndedBeforeItsSessionEndsBeforeIt() {
    room.start();
    room.live(24);
    room.go("ann");
    room.bench().pass(Duration.ofMinutes(10));
    room.live(Duration.ZERO);

    assertThat(room.types())
        .endsWith("member-left", "timer-phase-ended", "session-ended", "timer-reset");
  }

  @Test
  void aPhaseThatEndedAfterItsSessionEndsOnce() {
    room.start();
    room.go("ann");
    room.bench().pass(Duration.ofMinutes(40));
    room.live(Duration.ZERO);

    assertThat(room.types())
        .endsWith("member-left", "session-ended", "timer-phase-ended", "timer-reset");
    assertThat(room.ends()).hasSize(1);
  }
}
