package app.focusly.room.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.AppendResult.Cause;
import app.focusly.room.journal.CommandId;
import app.focusly.room.journal.JournalEvent;
import org.junit.jupiter.api.Test;

/// A command that comes again gets its first answer.
class CommandIdTest {
  private final Bench bench = new Bench();

  @Test
  void aRepeatHappensOnce() {
    send(1);
    bench.succeed();
    send(1);

    assertThat(bench.heard()).containsExactly("event 1", "ann: done 1", "ann: done 1 again");
    assertThat(bench.stored).hasSize(1);
  }

  @Test
  void aRepeatWaitsForTheFirst() {
    send(1);
    send(1);
    assertThat(bench.heard()).isEmpty();

    bench.succeed();
    assertThat(bench.heard()).containsExactly("event 1", "ann: done 1", "ann: done 1 again");
  }

  @Test
  void theFirstEventSaysWhichCommandItWas() {
    bench.execute("ann", id(1), new Notes.AddMany(2));
    bench.succeed();

    assertThat(bench.stored).extracting(JournalEvent::commandId).containsExactly(id(1), null);
  }

  @Test
  void isRememberedAfterARestart() {
    send(1);
    bench.succeed();
    bench.restart();
    send(1);

    assertThat(bench.heard()).containsExactly("ann: done 1 again");
  }

  @Test
  void isRememberedAfterARestartFromASnapshot() {
    send(1);
    bench.succeed();
    bench.tell(new Input.Settle<>());
    bench.succeed();
    assertThat(bench.snapshots).containsOnlyKeys(1L);
    bench.restart();
    send(1);

    assertThat(bench.heard()).containsExactly("ann: done 1 again");
  }

  @Test
  void aCommandWhoseAppendFailedMayComeAgain() {
    send(1);
    bench.fail(Cause.FAILED);
    bench.pass(Bench.LIMITS.retry());
    send(1);
    bench.succeed();

    assertThat(bench.heard())
        .containsExactly("trouble", "ann: storage-unavailable", "event 1", "ann: done 1");
  }

  @Test
  void aCommandThatWasWrittenThoughItsAppendFailedHappensOnce() {
    send(1);
    bench.failAfterWriting();
    send(1);

    assertThat(bench.heard())
        .containsExactly("trouble", "ann: storage-unavailable", "event 1", "ann: done 1 again");
    assertThat(bench.stored).hasSize(1);
  }

  @Test
  void theLastThousandAreRemembered() {
    for (int i = 1; i <= LedgerLimits.COMMAND_IDS + 1; i++) {
      send(i);
      bench.succeed();
    }
    bench.restart();
    send(2);
    send(1);
    bench.succeed();

    assertThat(bench.heard()).containsExactly("ann: done 2 again", "event 1002", "ann: done 1002");
  }

  private void send(int number) {
    bench.execute("ann", id(number), new Notes.Add("n" + number));
  }

  private static CommandId id(int number) {
    String text = "00000000-0000-4000-8000-%012d".formatted(number);
    return CommandId.parse(text).orElseThrow();
  }
}
