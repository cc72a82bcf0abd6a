package app.focusly.room.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// What may go out only when the journal has come to a mark, in the order in which it came up.
/// Confined to the ledger's owner, which bounds it.
final class HeldQueue<W> {

  /// Something that is held.
  sealed interface Held<W> {}

  /// Everyone who follows the stream hears of events.
  record Publication<W>(List<Recorded> events) implements Held<W> {}

  /// Somebody is answered.
  record Reply<W>(W waiter, Answer answer) implements Held<W> {}

  /// Somebody gets what they missed.
  record Resumption<W>(W waiter, long since) implements Held<W> {}

  /// Something of the owner's.
  record Item<W>(W item) implements Held<W> {}

  private record Marked<W>(long mark, Held<W> held) {}

  private final ArrayDeque<Marked<W>> queue = new ArrayDeque<>();

  /// Adds at the end; no mark is below the one before it.
  void add(long mark, Held<W> held) {
    queue.add(new Marked<>(mark, held));
  }

  int size() {
    return queue.size();
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  /// Takes what the mark lets go.
  List<Held<W>> release(long mark) {
    var released = new ArrayList<Held<W>>();
    while (!queue.isEmpty() && queue.getFirst().mark() <= mark) {
      released.add(queue.removeFirst().held());
    }
    return released;
  }

  /// Takes what is beyond the mark.
  List<Held<W>> lose(long mark) {
    var lost = queue.stream().filter(marked -> marked.mark() > mark).map(Marked::held).toList();
    queue.removeIf(marked -> marked.mark() > mark);
    return lost;
  }
}
