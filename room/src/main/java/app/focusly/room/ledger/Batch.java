package app.focusly.room.ledger;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.HistoryRow;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Redaction;
import app.focusly.room.journal.StreamId;
import app.focusly.room.journal.StreamSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Events that have happened and wait to be appended, or are being appended. Confined to the
/// ledger's owner.
final class Batch {
  /// One that is not full takes one more command.
  static final int MAX_EVENTS = Append.MAX_EVENTS - LedgerLimits.EVENTS_PER_COMMAND;

  private final List<Recorded> events = new ArrayList<>();
  private final List<Redaction> redactions = new ArrayList<>();
  private final List<HistoryRow> rows = new ArrayList<>();
  private int bytes;

  void add(Recorded recorded, List<Redaction> ordered, List<HistoryRow> meant) {
    for (Redaction redaction : ordered) {
      if (redaction.to() >= recorded.seq()) {
        throw new IllegalStateException("an event redacts what comes after it");
      }
    }
    events.add(recorded);
    redactions.addAll(ordered);
    rows.addAll(meant);
    bytes += recorded.event().bytes();
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  int bytes() {
    return bytes;
  }

  int size() {
    return events.size();
  }

  List<Recorded> events() {
    return events;
  }

  List<Redaction> redactions() {
    return redactions;
  }

  Append append(
      StreamId stream, long after, @Nullable StreamSnapshot snapshot, @Nullable Instant due) {
    List<JournalEvent> journalled = events.stream().map(Recorded::event).toList();
    return new Append(stream, after, journalled, redactions, snapshot, due, rows);
  }
}
