package app.focusly.room.ledger;

import java.time.Duration;
import java.time.Instant;

/// Whether the journal is trusted, and when a failed one is tried again. Confined to the ledger's
/// owner.
final class Recovery {
  private final Duration retry;
  private boolean suspect; // an append failed, and none has succeeded since
  private Instant retryAt = Instant.MIN;

  Recovery(Duration retry) {
    this.retry = retry;
  }

  /// The journal could not be read.
  void readFailed(Instant now) {
    retryAt = now.plus(retry);
  }

  void appendFailed(Instant now) {
    suspect = true;
    retryAt = now.plus(retry);
  }

  void appended() {
    suspect = false;
  }

  boolean isSuspect() {
    return suspect;
  }

  /// Before this time nothing is tried again.
  Instant retryAt() {
    return retryAt;
  }

  /// Whether the time to try again has not come.
  boolean isWaiting(Instant now) {
    return now.isBefore(retryAt);
  }

  /// Whether a command may be tried: after a failure one at a time, and not at once.
  boolean mayTry(Instant now, boolean appending) {
    return !suspect || (!appending && !isWaiting(now));
  }

  /// The time, or the one of the next try when that is later.
  Instant notBeforeRetry(Instant time) {
    return suspect && time.isBefore(retryAt) ? retryAt : time;
  }
}
