package app.focusly.room.ledger;

import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;
import java.util.function.Consumer;

/// What those hear whom a ledger cannot serve.
final class Refusals {
  static final Refusal UNAVAILABLE =
      Refusal.of(RefusalCode.STORAGE_UNAVAILABLE, "The server cannot store this now. Try again.");
  static final Refusal BUSY =
      Refusal.of(RefusalCode.STORAGE_BUSY, "The server has too much to store. Try again.");
  static final Refusal INTERNAL =
      Refusal.of(RefusalCode.INTERNAL_ERROR, "The server failed; it was not your fault.");

  private Refusals() {}

  /// Answers an ask that cannot be served.
  static <W> void refuse(Input.Ask<W> ask, Refusal refusal, Consumer<Output<W>> out) {
    out.accept(
        ask instanceof Input.Hold<W>(W item)
            ? new Output.Lost<>(item, refusal)
            : new Output.Answered<>(ask.waiter(), new Answer.Refused(refusal)));
  }
}
