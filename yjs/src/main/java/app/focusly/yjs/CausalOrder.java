package app.focusly.yjs;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The histories of several clients, gone through so that each struct comes after what it refers
/// to. What waits for something that is not in them does not come at all.
final class CausalOrder {
  private final NavigableMap<Long, History> histories = new TreeMap<>(Comparator.reverseOrder());

  /// What is there already, and need not come.
  private final StateVector given;

  private CausalOrder(StateVector given) {
    this.given = given;
  }

  /// Histories that begin at their beginning; others never come.
  static CausalOrder of(Map<Long, List<Struct>> structs) {
    var order = new CausalOrder(StateVector.EMPTY);
    structs.forEach((client, some) -> order.histories.put(client, new History(client, some, 0)));
    return order;
  }

  /// The histories of an update, after whatever it needs.
  static CausalOrder after(StateVector given, Update update) {
    var order = new CausalOrder(given);
    for (ClientStructs some : update.clients()) {
      order.histories.put(some.client(), new History(some.client(), some.structs(), some.from()));
    }
    return order;
  }

  /// All histories, that of the greatest client first: then items that were inserted at the same
  /// place at the same time are least often in each other's way.
  Collection<History> histories() {
    return histories.values();
  }

  @Nullable History of(long client) {
    return histories.get(client);
  }

  /// What came, of each client.
  StateVector state() {
    var clocks = new TreeMap<Long, Long>();
    histories.forEach((client, history) -> clocks.put(client, history.state()));
    return new StateVector(clocks);
  }

  /// Whether all came.
  boolean isComplete() {
    return histories.values().stream().allMatch(History::isComplete);
  }

  void forEach(Consumer<Block> visitor) {
    histories.values().forEach(history -> visitAll(history, visitor));
  }

  /// Visits a client's blocks, and as many of others as they need first.
  private void visitAll(History wanted, Consumer<Block> visitor) {
    Deque<History> waiting = new ArrayDeque<>();
    wanted.wantedClock = ByteReader.MAX_INTEGER;
    waiting.push(wanted);
    while (!waiting.isEmpty()) {
      History history = waiting.element();
      history.waiting = false;
      Id missing = advance(history, visitor);
      History needed = missing == null ? null : histories.get(missing.client());
      if (missing != null && needed != null && needed.canAdvance()) {
        history.waiting = true;
        needed.wantedClock = missing.clock();
        waiting.push(needed);
      } else {
        history.stuck |= missing != null;
        waiting.pop();
      }
    }
  }

  /// Visits blocks up to the clock that is wanted, or until one needs another client's first, which
  /// is the answer.
  private @Nullable Id advance(History history, Consumer<Block> visitor) {
    while (history.canAdvance() && history.state() <= history.wantedClock) {
      Block next = history.next();
      Id missing = next.struct instanceof Struct.Item item ? missing(item, next.client) : null;
      if (missing != null) {
        return missing;
      }
      if (next.struct.clock() == history.state() && !(next.struct instanceof Struct.Skip)) {
        history.placed++;
        visitor.accept(next);
      } else {
        history.stuck = true;
      }
    }
    return null;
  }

  private @Nullable Id missing(Struct.Item item, long client) {
    Id parent = item.parent() instanceof Parent.Inner inner ? inner.item() : null;
    return isMissing(item.origin(), client)
        ? item.origin()
        : isMissing(item.rightOrigin(), client)
            ? item.rightOrigin()
            : isMissing(parent, client) ? parent : null;
  }

  private boolean isMissing(@Nullable Id id, long client) {
    if (id == null || id.client() == client || id.clock() < given.clock(id.client())) {
      return false;
    }
    History history = histories.get(id.client());
    return history == null || id.clock() >= history.state();
  }
}
