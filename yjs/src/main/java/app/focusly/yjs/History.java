package app.focusly.yjs;

import java.util.ArrayList;
import java.util.List;

/// The blocks of one client in order, of which the first so many are in their places.
final class History {
  final long client;
  final List<Block> blocks = new ArrayList<>();
  int placed;

  /// Whether the next block waits for something that the update has not got.
  boolean stuck;

  /// Whether one of its blocks waits for another client's to be placed first.
  boolean waiting;

  /// The last clock that is to be placed for now.
  long wantedClock;

  /// The first clock of all.
  private final long start;

  History(long client, List<Struct> structs, long start) {
    this.client = client;
    this.start = start;
    structs.forEach(struct -> blocks.add(new Block(client, struct)));
  }

  /// The first clock that is not in its place.
  long state() {
    return placed == 0 ? start : blocks.get(placed - 1).struct.end();
  }

  boolean canAdvance() {
    return !stuck && !waiting && placed < blocks.size();
  }

  boolean isComplete() {
    return placed == blocks.size();
  }

  List<Block> placedBlocks() {
    return blocks.subList(0, placed);
  }

  Block next() {
    return blocks.get(placed);
  }

  /// The place of the block that has a clock, which is one of its own.
  int indexOf(long clock) {
    int low = 0;
    int high = blocks.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (blocks.get(middle).struct.clock() <= clock) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
