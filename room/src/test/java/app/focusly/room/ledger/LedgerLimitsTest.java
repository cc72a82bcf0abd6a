package app.focusly.room.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.focusly.room.journal.Append;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What is full is an answer.
class LedgerLimitsTest {
  private final Bench bench = new Bench();

  @Test
  void whatIsPendingAlwaysFitsAnAppend() {
    assertThatThrownBy(
            () -> new LedgerLimits(1, 1, Append.MAX_BYTES, 1, 1, 1, 1, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LedgerLimits(1, 0, 1, 1, 1, 1, 1, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void soManyWaitUntilItIsLoaded() {
    bench.setAnswersReads(false);
    for (String waiter : new String[] {"ann", "ben", "cem", "dan"}) {
      bench.view(waiter);
    }
    bench.hold("item");
    assertThat(bench.heard()).containsExactly("dan: storage-busy", "lost item, storage-busy");
  }

  @Test
  void soManyAreHeld() {
    bench.add("ann", "a");
    for (int i = 0; i < 7; i++) {
      bench.view("ben");
    }
    assertThat(bench.heard()).containsExactly("ben: storage-busy");
  }

  @Test
  void soMuchIsPending() {
    bench.add("ann", "under way");
    bench.add("ann", "x".repeat(1_000));
    bench.add("ben", "b");
    assertThat(bench.heard()).containsExactly("ben: storage-busy");

    bench.succeed();
    bench.add("ben", "b");
    bench.succeedAll();
    assertThat(bench.heard())
        .containsExactly(
            "event 1", "ann: done 1", "event 2", "ann: done 2", "event 3", "ben: done 3");
  }

  @Test
  void soManyPagesAreRead() {
    for (int i = 0; i < 40; i++) {
      bench.add("ann", "n");
      bench.succeed();
    }
    bench.heard();
    bench.setAnswersReads(false);
    bench.resume("ann", 0);
    bench.resume("ben", 0);
    bench.resume("cem", 0);
    assertThat(bench.heard()).containsExactly("cem: storage-busy");
  }
}
