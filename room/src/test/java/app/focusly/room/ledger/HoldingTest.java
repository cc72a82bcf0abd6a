package app.focusly.room.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Nobody hears of anything before the journal has it.
class HoldingTest {
  private final Bench bench = new Bench();

  @Test
  void aCommandIsAnsweredWhenItIsDurable() {
    bench.add("ann", "a");
    assertThat(bench.heard()).isEmpty();

    bench.succeed();
    assertThat(bench.heard()).containsExactly("event 1", "ann: done 1");
  }

  @Test
  void whatComesDuringAnAppendGoesIntoTheNextOneTogether() {
    bench.add("ann", "a");
    bench.add("ben", "b");
    bench.add("cem", "c");
    assertThat(bench.appendingCount()).isEqualTo(1);

    bench.succeed();
    assertThat(bench.heard()).containsExactly("event 1", "ann: done 1");
    assertThat(bench.appendingCount()).isEqualTo(2);

    bench.succeed();
    assertThat(bench.heard()).containsExactly("event 2", "ben: done 2", "event 3", "cem: done 3");
  }

  @Test
  void theStateWaitsForWhatIsInIt() {
    bench.add("ann", "a");
    bench.view("ben");
    bench.add("ann", "b");
    bench.view("cem");
    assertThat(bench.heard()).isEmpty();

    bench.succeed();
    assertThat(bench.heard())
        .containsExactly("event 1", "ann: done 1", "ben: state 1 {\"1\":\"a\"}");
    bench.succeed();
    assertThat(bench.heard())
        .containsExactly("event 2", "ann: done 2", "cem: state 2 {\"1\":\"a\",\"2\":\"b\"}");
  }

  @Test
  void aRefusalThatRestsOnAnEventWaitsForIt() {
    bench.add("ann", "a");
    bench.succeed();
    bench.execute("ann", new Notes.Remove(1));
    bench.execute("ben", new Notes.Remove(1));
    bench.heard();
    assertThat(bench.isAppending()).isTrue();

    bench.succeed();
    assertThat(bench.heard()).containsExactly("event 2", "ann: done 2", "ben: invalid-payload");
  }

  @Test
  void theOwnersEffectsWaitLikewise() {
    bench.add("ann", "a");
    bench.hold("user-connected");
    assertThat(bench.heard()).isEmpty();

    bench.succeed();
    assertThat(bench.heard()).containsExactly("event 1", "ann: done 1", "released user-connected");
  }

  @Test
  void withNothingUnderWayNobodyWaits() {
    bench.view("ann");
    bench.hold("item");
    bench.execute("ann", new Notes.Remove(7));
    bench.execute("ann", new Notes.Nothing());

    assertThat(bench.heard())
        .containsExactly("ann: state 0 {}", "released item", "ann: invalid-payload", "ann: done 0");
    assertThat(bench.isIdle()).isTrue();
  }

  @Test
  void askersWaitUntilItIsLoaded() {
    bench.setAnswersReads(false);
    bench.add("ann", "a");
    bench.view("ben");
    assertThat(bench.heard()).isEmpty();
    assertThat(bench.isIdle()).isFalse();

    bench.setAnswersReads(true);
    bench.succeed();
    assertThat(bench.heard())
        .containsExactly("event 1", "ann: done 1", "ben: state 1 {\"1\":\"a\"}");
  }
}
