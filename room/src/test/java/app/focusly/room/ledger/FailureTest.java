package app.focusly.room.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.AppendResult.Cause;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The journal fails: everyone is answered, memory is what the journal has, and one command at a
/// time is tried.
class FailureTest {
  private static final Duration RETRY = Bench.LIMITS.retry();

  private final Bench bench = new Bench();

  @BeforeEach
  void oneNote() {
    bench.add("ann", "a");
    bench.succeed();
    bench.heard();
  }

  @Test
  void allThatIsHeldIsAnsweredAndMemoryIsDropped() {
    bench.add("ann", "b");
    bench.add("ben", "c");
    bench.view("cem");
    bench.resume("dan", 1);
    bench.hold("item");

    bench.fail(Cause.FAILED);

    assertThat(bench.heard())
        .containsExactly(
            "trouble",
            "ann: storage-unavailable",
            "ben: storage-unavailable",
            "cem: storage-unavailable",
            "dan: storage-unavailable",
            "lost item, storage-unavailable");
    bench.view("eve");
    assertThat(bench.heard()).containsExactly("eve: state 1 {\"1\":\"a\"}");
  }

  @Test
  void aBusyJournalIsSaidToBe() {
    bench.add("ann", "b");
    bench.fail(Cause.BUSY);

    assertThat(bench.heard()).containsExactly("trouble", "ann: storage-busy");
  }

  @Test
  void nothingIsTriedBeforeItsTime() {
    bench.add("ann", "b");
    bench.fail(Cause.FAILED);
    bench.heard();

    bench.add("ann", "c");
    assertThat(bench.heard()).containsExactly("ann: storage-unavailable");
    assertThat(bench.isAppending()).isFalse();

    bench.pass(RETRY);
    bench.add("ann", "d");
    assertThat(bench.isAppending()).isTrue();
  }

  @Test
  void oneCommandIsTriedUntilAnAppendSucceeds() {
    bench.add("ann", "b");
    bench.fail(Cause.FAILED);
    bench.pass(RETRY);
    bench.heard();

    bench.add("ann", "c");
    bench.add("ben", "d");
    assertThat(bench.heard()).containsExactly("ben: storage-unavailable");
    bench.succeed();
    assertThat(bench.heard()).containsExactly("event 2", "ann: done 2");

    bench.add("ann", "e");
    bench.add("ben", "f");
    bench.succeedAll();
    assertThat(bench.heard()).containsExactly("event 3", "ann: done 3", "event 4", "ben: done 4");
  }

  @Test
  void meanwhileItCanBeRead() {
    bench.add("ann", "b");
    bench.fail(Cause.FAILED);
    bench.heard();

    bench.view("ben");
    bench.resume("cem", 0);
    assertThat(bench.heard()).containsExactly("ben: state 1 {\"1\":\"a\"}", "cem: missed 1:a");
  }

  @Test
  void whatWasWrittenAllTheSameIsPublishedAfterwards() {
    bench.add("ann", "b");
    bench.failAfterWriting();

    assertThat(bench.heard()).containsExactly("trouble", "ann: storage-unavailable", "event 2");
    bench.pass(RETRY);
    bench.add("ann", "c");
    bench.succeed();
    assertThat(bench.heard()).containsExactly("event 3", "ann: done 3");
  }

  @Test
  void itIsPublishedThoughASnapshotHoldsItAlready() {
    for (int seq = 2; seq <= 99; seq++) {
      bench.add("ann", "n");
      bench.succeed();
    }
    bench.heard();
    bench.add("ann", "the hundredth");
    bench.failAfterWriting();

    assertThat(bench.snapshots).containsKey(100L);
    assertThat(bench.heard()).containsExactly("trouble", "ann: storage-unavailable", "event 100");
  }

  @Test
  void aJournalThatCannotBeReadIsTriedAgainByItself() {
    bench.setReadable(false);
    bench.add("ann", "b");
    bench.failAfterWriting();
    assertThat(bench.heard())
        .containsExactly("trouble", "ann: storage-unavailable", "trouble", "wake at 1");
    bench.view("ben");
    assertThat(bench.heard()).containsExactly("ben: storage-unavailable");

    bench.setReadable(true);
    bench.pass(RETRY);
    bench.tell(new Input.Wake<>());
    assertThat(bench.heard()).containsExactly("event 2");
  }

  @Test
  void aFeatureThatFailsToDecideHarmsNobodyElse() {
    bench.add("ann", "b");
    bench.execute("ben", new Notes.Throw());
    bench.execute("ben", "nobody's command");
    assertThat(bench.heard())
        .containsExactly("trouble", "ben: internal-error", "trouble", "ben: internal-error");

    bench.succeed();
    assertThat(bench.heard()).containsExactly("event 2", "ann: done 2");
  }

  @Test
  void aFeatureThatFailsToShowItselfHarmsNobodyElse() {
    bench.add("ann", "unviewable");
    bench.view("ben");
    bench.tell(new Input.Resume<>("cem", "another", 0));
    assertThat(bench.heard())
        .containsExactly("trouble", "ben: internal-error", "trouble", "cem: internal-error");

    bench.succeed();
    bench.tell(new Input.Settle<>()); // a snapshot fails alike, and is done without
    assertThat(bench.heard()).containsExactly("event 2", "ann: done 2", "trouble");
    assertThat(bench.isAppending()).isFalse();
  }

  @Test
  void anEventThatAFeatureCannotFollowIsNeverAppended() {
    bench.add("ann", "b");
    bench.add("ben", "c");
    bench.execute("cem", new Notes.Poison());
    assertThat(bench.heard())
        .containsExactly("cem: internal-error", "trouble", "ben: storage-unavailable");
    bench.add("dan", "d");
    assertThat(bench.heard()).containsExactly("dan: storage-unavailable");

    bench.succeed();
    assertThat(bench.heard()).containsExactly("event 2", "ann: done 2");
    bench.add("ben", "c");
    bench.succeed();
    assertThat(bench.heard()).containsExactly("event 3", "ben: done 3");
    assertThat(bench.stored).hasSize(3);
  }

  @Test
  void aCommandThatLeadsToTooMuchIsNotCarriedOut() {
    bench.execute("ann", new Notes.AddMany(LedgerLimits.EVENTS_PER_COMMAND + 1));

    assertThat(bench.heard()).containsExactly("ann: internal-error", "trouble");
    assertThat(bench.isAppending()).isFalse();
    bench.view("ben");
    assertThat(bench.heard()).containsExactly("ben: state 1 {\"1\":\"a\"}");
  }
}
