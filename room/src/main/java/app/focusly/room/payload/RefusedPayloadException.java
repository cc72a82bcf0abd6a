package app.focusly.room.payload;

import app.focusly.room.Refusal;

/// Carries a refusal from the field where it arose up to [Payload#parse], and no further.
final class RefusedPayloadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  RefusedPayloadException(Refusal refusal) {
    super(refusal.message(), null, false, false); // any client may cause it: no stack trace
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
