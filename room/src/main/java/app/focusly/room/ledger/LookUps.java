package app.focusly.room.ledger;

import app.focusly.room.journal.Page;
import app.focusly.room.journal.Read;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Commands that wait for what is looked up in the journal, and those of the same actors that came
/// after them: they are carried out in their order, whatever is read first. Confined to the
/// ledger's owner.
final class LookUps<W> {

  /// One command.
  static final class Entry<W> {
    private final Input.Execute<W> execute;
    private final long ticket; // 0 when nothing is looked up
    private final long asOf;
    private @Nullable Read<Page> result;

    private Entry(Input.Execute<W> execute, long ticket, long asOf) {
      this.execute = execute;
      this.ticket = ticket;
      this.asOf = asOf;
    }

    Input.Execute<W> execute() {
      return execute;
    }

    /// An event that was in the journal when it was read.
    long asOf() {
      return asOf;
    }

    /// What was found; null when nothing was looked up.
    @Nullable Read<Page> result() {
      return result;
    }

    private boolean isReady() {
      return ticket == 0 || result != null;
    }
  }

  private final int max;
  private final ArrayDeque<Entry<W>> queue = new ArrayDeque<>();
  private long tickets;

  LookUps(int max) {
    this.max = max;
  }

  boolean isFull() {
    return queue.size() >= max;
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  /// Whether a command of this actor waits.
  boolean has(Actor actor) {
    return queue.stream().anyMatch(entry -> entry.execute.actor().id().equals(actor.id()));
  }

  /// Adds one that has to wait for nothing but those before it.
  void add(Input.Execute<W> execute) {
    queue.addLast(new Entry<>(execute, 0, 0));
  }

  /// Adds one for which something is looked up now.
  ///
  /// @return a ticket for the reading
  long add(Input.Execute<W> execute, long asOf) {
    tickets++;
    queue.addLast(new Entry<>(execute, tickets, asOf));
    return tickets;
  }

  /// The same, before all others.
  long addFirst(Input.Execute<W> execute, long asOf) {
    tickets++;
    queue.addFirst(new Entry<>(execute, tickets, asOf));
    return tickets;
  }

  /// Takes what was read; nobody may be waiting for it any more.
  void found(long ticket, Read<Page> result) {
    for (Entry<W> entry : queue) {
      if (entry.ticket == ticket) {
        entry.result = result;
      }
    }
  }

  /// Takes the first one, if it need not wait.
  Optional<Entry<W>> next() {
    Entry<W> first = queue.peekFirst();
    if (first == null || !first.isReady()) {
      return Optional.empty();
    }
    queue.removeFirst();
    return Optional.of(first);
  }

  /// Takes all of them, ready or not.
  List<Input.Execute<W>> takeAll() {
    List<Input.Execute<W>> all = queue.stream().map(Entry::execute).toList();
    queue.clear();
    return all;
  }
}
