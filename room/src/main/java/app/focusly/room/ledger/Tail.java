package app.focusly.room.ledger;

import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Redaction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// The last durable events, for clients that missed little. Confined to the ledger's owner.
final class Tail {
  private final FeatureTable table;
  private final int maxBytes;
  private final ArrayDeque<Recorded> events = new ArrayDeque<>();
  private int bytes;

  Tail(FeatureTable table, int maxBytes) {
    this.table = table;
    this.maxBytes = maxBytes;
  }

  void add(List<Recorded> added, List<Redaction> redactions) {
    for (Recorded recorded : added) {
      events.addLast(recorded);
      bytes += recorded.event().bytes();
    }
    if (!redactions.isEmpty()) {
      redact(redactions);
    }
    while (bytes > maxBytes) {
      bytes -= events.removeFirst().event().bytes();
    }
  }

  /// Whether it has all events after this one.
  boolean covers(long since, long last) {
    return since == last || (!events.isEmpty() && events.getFirst().seq() <= since + 1);
  }

  List<Recorded> after(long since) {
    return events.stream().filter(recorded -> recorded.seq() > since).toList();
  }

  private void redact(List<Redaction> redactions) {
    var redacted = new ArrayList<Recorded>(events.size());
    for (Recorded recorded : events) {
      redacted.add(redacted(recorded, redactions));
    }
    events.clear();
    events.addAll(redacted);
    bytes = events.stream().mapToInt(recorded -> recorded.event().bytes()).sum();
  }

  private Recorded redacted(Recorded recorded, List<Redaction> redactions) {
    JournalEvent event = recorded.event();
    for (Redaction redaction : redactions) {
      event = redaction.apply(event);
    }
    return event.equals(recorded.event()) ? recorded : table.read(event);
  }
}
