package app.focusly.room.ledger;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells the owner when to wake the ledger, once for each time. Confined to the ledger's owner.
final class Alarm {
  private @Nullable Instant announced;
  private Instant silentUntil = Instant.MIN;

  <W> void set(Instant wanted, Consumer<Output<W>> out) {
    Instant time = wanted.isBefore(silentUntil) ? silentUntil : wanted;
    if (!time.equals(announced)) {
      announced = time;
      out.accept(new Output.WakeAt<>(time));
    }
  }

  void rang() {
    announced = null;
  }

  /// Nothing rings before this time.
  void silence(Instant until) {
    silentUntil = until;
  }
}
