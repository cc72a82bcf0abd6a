package app.focusly.room.ledger;

import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;

/// What those hear whom a ledger cannot serve.
final class Refusals {
  static final Refusal UNAVAILABLE =
      Refusal.of(RefusalCode.STORAGE_UNAVAILABLE, "The server cannot store this now. Try again.");
  static final Refusal BUSY =
      Refusal.of(RefusalCode.STORAGE_BUSY, "The server has too much to store. Try again.");
  static final Refusal INTERNAL =
      Refusal.of(RefusalCode.INTERNAL_ERROR, "The server failed; it was not your fault.");

  private Refusals() {}
}
