package app.focusly.room.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.AppendResult.Cause;
import app.focusly.room.journal.JournalEvent;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What happens by itself happens at its time, once, and after a restart too.
class WakingTest {
  private static final Duration TEN = Duration.ofSeconds(10);

  private final Bench bench = new Bench();

  @BeforeEach
  void remind() {
    bench.execute("ann", new Notes.Remind(Bench.START.plus(TEN)));
    assertThat(bench.heard()).containsExactly("wake at 10");
    bench.succeed();
    assertThat(bench.heard()).containsExactly("event 1", "ann: done 1");
  }

  @Test
  void atItsTimeItHappens() {
    wakeAfter(TEN);
    assertThat(bench.isAppending()).isTrue();
    bench.succeed();

    assertThat(bench.heard()).containsExactly("event 2");
    assertThat(bench.stored.getLast().actor()).isEqualTo(JournalEvent.SYSTEM);
  }

  @Test
  void beforeItsTimeNothingDoes() {
    wakeAfter(Duration.ofSeconds(9));

    assertThat(bench.isAppending()).isFalse();
    assertThat(bench.heard()).containsExactly("wake at 10");
  }

  @Test
  void afterARestartItIsAnnouncedAgain() {
    bench.restart();
    bench.view("ann");

    assertThat(bench.heard()).containsExactly("ann: state 1 {}", "wake at 10");
  }

  @Test
  void whenItsAppendFailsItHappensLater() {
    wakeAfter(TEN);
    bench.fail(Cause.FAILED);
    assertThat(bench.heard()).containsExactly("trouble", "wake at 11");

    wakeAfter(Duration.ofSeconds(1));
    bench.succeed();
    assertThat(bench.heard()).containsExactly("event 2");
  }

  private void wakeAfter(Duration time) {
    bench.pass(time);
    bench.tell(new Input.Wake<>());
  }
}
