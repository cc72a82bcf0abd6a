package app.focusly.yjs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// The clocks before which structs are cut, so that all that anything refers to begins or ends
/// there.
final class Cuts {
  private final Map<Long, LongStream.Builder> clocks = new HashMap<>();

  /// The structs of each client that came in an order, cut.
  static Map<Long, List<Struct>> cut(CausalOrder order, DeleteSet deletes) {
    var cuts = new Cuts();
    order
        .histories()
        .forEach(history -> history.placedBlocks().forEach(block -> cuts.add(block.struct)));
    deletes
        .ranges()
        .forEach((client, ranges) ->
            ranges.forEach(range -> {
              cuts.add(client, range.from());
              cuts.add(client, range.to());
            }));
    var pieces = new HashMap<Long, List<Struct>>();
    order.histories().forEach(history -> pieces.put(history.client, cuts.pieces(history)));
    return pieces;
  }

  private void add(Struct struct) {
    if (struct instanceof Struct.Item item) {
      if (item.origin() != null) {
        add(item.origin().client(), item.origin().clock() + 1);
      }
      if (item.rightOrigin() != null) {
        add(item.rightOrigin().client(), item.rightOrigin().clock());
      }
    }
  }

  private void add(long client, long clock) {
    clocks.computeIfAbsent(client, _ -> LongStream.builder()).add(clock);
  }

  private List<Struct> pieces(History history) {
    long[] sorted = sorted(history.client);
    int next = 0;
    var pieces = new ArrayList<Struct>();
    for (Block block : history.placedBlocks()) {
      Struct struct = block.struct;
      var within = new ArrayList<Long>();
      while (next < sorted.length && sorted[next] < struct.end()) {
        if (sorted[next] > struct.clock()) {
          within.add(sorted[next]);
        }
        next++;
      }
      if (struct instanceof Struct.Item item && !within.isEmpty()) {
        pieces.addAll(item.pieces(history.client, within));
      } else {
        pieces.add(struct);
      }
    }
    return pieces;
  }

  private long[] sorted(long client) {
    LongStream.Builder some = clocks.get(client);
    return some == null
        ? new long[0]
        : Arrays.stream(some.build().toArray()).sorted().distinct().toArray();
  }
}
