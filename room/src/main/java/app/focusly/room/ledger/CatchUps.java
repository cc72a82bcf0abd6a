package app.focusly.room.ledger;

import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Those who wait for a page of the journal, each with the ticket of the reading. Confined to the
/// ledger's owner.
final class CatchUps<W> {
  private final FeatureTable table;
  private final int max;
  private final Map<Long, W> waiters = new HashMap<>();
  private long tickets;

  CatchUps(FeatureTable table, int max) {
    this.table = table;
    this.max = max;
  }

  boolean isFull() {
    return waiters.size() >= max;
  }

  boolean isEmpty() {
    return waiters.isEmpty();
  }

  /// A ticket for the reading, above 0.
  long add(W waiter) {
    tickets++;
    waiters.put(tickets, waiter);
    return tickets;
  }

  W remove(long ticket) {
    return Objects.requireNonNull(waiters.remove(ticket), "a ticket that was not given");
  }

  /// The page as a client gets it: nothing that has not been published.
  ///
  /// @throws UnreadableEventException when this program does not understand an event
  Answer.Missed missed(Page page, String epoch, long published) {
    List<JournalEvent> events =
        page.events().stream().filter(event -> event.seq() <= published).toList();
    long last = events.isEmpty() ? published : events.getLast().seq();
    return new Answer.Missed(
        epoch, last, events.stream().map(table::read).toList(), last < published);
  }
}
