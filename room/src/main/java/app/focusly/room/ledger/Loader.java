package app.focusly.room.ledger;

import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Opening;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.StreamSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Reads a stream back from its newest snapshot and the events after it. Confined to the ledger's
/// owner.
final class Loader {
  private final FeatureTable table;
  private final OptionalLong published;
  private final List<Recorded> unpublished = new ArrayList<>();
  private Opening opening = new Opening("", 0, null);
  private Fold fold;
  private long position;
  private long snapshotSeq;

  /// @param published the last event that followers of the stream were told of, if there are any
  Loader(FeatureTable table, OptionalLong published) {
    this.table = table;
    this.published = published;
    fold = new Fold(table);
  }

  void opened(Opening found, Consumer<String> trouble) {
    opening = found;
    StreamSnapshot snapshot = found.snapshot();
    if (snapshot != null) {
      restore(snapshot, trouble).ifPresent(restored -> fold = restored);
    }
    snapshotSeq = fold.seq();
    position = Math.min(snapshotSeq, published.orElse(snapshotSeq));
  }

  private Optional<Fold> restore(StreamSnapshot snapshot, Consumer<String> trouble) {
    try {
      return Fold.restored(table, snapshot);
    } catch (RuntimeException unreadable) { // the journal has all that a snapshot has
      trouble.accept("snapshot " + snapshot.seq() + " is of no use: " + unreadable);
      return Optional.empty();
    }
  }

  /// @throws UnreadableEventException when this program does not understand an event
  void page(Page page) {
    for (JournalEvent event : page.events()) {
      Recorded recorded = table.read(event);
      if (recorded.seq() > fold.seq()) {
        fold.apply(recorded);
      }
      if (published.isPresent() && recorded.seq() > published.getAsLong()) {
        unpublished.add(recorded);
      }
      position = recorded.seq();
    }
    if (page.events().isEmpty() && !isDone()) {
      throw new IllegalStateException("the journal ends at " + position + ", before its head");
    }
  }

  boolean isDone() {
    return position >= opening.head();
  }

  /// The event after which to read on.
  long position() {
    return position;
  }

  Fold fold() {
    return fold;
  }

  String epoch() {
    return opening.epoch();
  }

  /// The event of the snapshot; 0 without one.
  long snapshotSeq() {
    return snapshotSeq;
  }

  /// What is durable and has not been published, though there are followers.
  List<Recorded> unpublished() {
    return unpublished;
  }
}
