package app.focusly.room.ledger;

import app.focusly.room.journal.Redaction;
import app.focusly.room.journal.StreamSnapshot;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// When it is time for a snapshot. Confined to the ledger's owner.
final class Snapshots {
  private final int every;
  private long newest; // the event of the newest snapshot that holds
  private long counted; // the event from which the next interval counts
  private long taken; // the event of the one that is being appended; 0 when there is none
  private boolean wanted;

  Snapshots(int every) {
    this.every = every;
  }

  void loaded(long snapshotSeq) {
    newest = snapshotSeq;
    counted = snapshotSeq;
    taken = 0;
    wanted = false;
  }

  /// Asks for one out of turn.
  void want() {
    wanted = true;
  }

  boolean isDue(long seq) {
    return seq - counted >= every || (wanted && seq > newest);
  }

  /// A snapshot if it is time for one, to be appended with all that is in it.
  @Nullable StreamSnapshot take(Fold fold, Consumer<String> trouble) {
    taken = 0;
    if (!isDue(fold.seq())) {
      return null;
    }
    wanted = false;
    counted = fold.seq();
    try {
      StreamSnapshot snapshot = fold.snapshot();
      taken = snapshot.seq();
      return snapshot;
    } catch (RuntimeException failure) { // a feature's fault, or too large; the journal has it all
      trouble.accept("no snapshot could be made: " + failure);
      return null;
    }
  }

  /// The append succeeded; what it redacted voids the snapshots that hold it. The next one is made
  /// sooner then, but not with each event, as many redactions may come together.
  void appended(long durable, List<Redaction> redactions) {
    if (redactions.stream()
        .anyMatch(redaction -> redaction.voidsSnapshots() && redaction.from() <= newest)) {
      newest = 0;
      counted = Math.min(counted, durable - every + Math.max(1, every / 10));
    }
    if (taken > 0) {
      newest = taken;
      counted = taken;
    }
  }
}
