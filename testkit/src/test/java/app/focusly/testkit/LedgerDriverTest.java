package app.focusly.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.focusly.room.journal.StreamId;
import app.focusly.room.ledger.FeatureTable;
import app.focusly.room.ledger.Input;
import app.focusly.room.ledger.Ledger;
import app.focusly.room.ledger.LedgerDriver;
import app.focusly.room.ledger.LedgerLimits;
import app.focusly.room.ledger.Output;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerDriverTest {
  private final List<String> heard = new ArrayList<>();
  private final ArrayDeque<Input<String>> caused = new ArrayDeque<>();
  private final LedgerDriver<String> driver =
      new LedgerDriver<>(
          new Ledger<>(new StreamId("room:abc"), new FeatureTable(List.of()), LedgerLimits.DEFAULT),
          new MemoryJournal("epoch"),
          Runnable::run,
          () -> Instant.EPOCH,
          this::take);

  private void take(Output<String> output) {
    if (output instanceof Output.Answered<String>(String waiter, _)) {
      heard.add(waiter);
      while (!caused.isEmpty()) {
        tell(caused.removeFirst());
      }
      if (waiter.equals("ann")) {
        throw new IllegalStateException("as a test says");
      }
    }
  }

  private void tell(Input<String> input) {
    driver.tell(input);
  }

  /// What an answer caused used to wait for the next input when the one who was answered failed: in
  /// a quiet room, for ever.
  @Test
  void anOwnerThatFailsKeepsNobodyElseWaiting() {
    caused.add(new Input.View<>("ben"));

    assertThatThrownBy(() -> tell(new Input.View<>("ann"))).hasMessage("as a test says");
    assertThat(heard).containsExactly("ann", "ben");
    assertThat(driver.isIdle()).isTrue();
  }
}
