package app.focusly.yjs;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How much of each client's history somebody has: its clocks below this one. A client that is not
/// named has none.
public record StateVector(NavigableMap<Long, Long> clocks) {
  public static final StateVector EMPTY = new StateVector(new TreeMap<>());

  public StateVector {
    var sorted = new TreeMap<Long, Long>(Comparator.reverseOrder());
    clocks.forEach((client, clock) -> {
      if (clock > 0) {
        sorted.put(client, clock);
      }
    });
    clocks = Collections.unmodifiableNavigableMap(sorted);
  }

  /// Of a client the first clock that is missing.
  public long clock(long client) {
    return clocks.getOrDefault(client, 0L);
  }

  /// Whether who has this has all of the other.
  public boolean covers(StateVector other) {
    return other.clocks.entrySet().stream()
        .allMatch(entry -> clock(entry.getKey()) >= entry.getValue());
  }

  /// What who has both has.
  public StateVector and(StateVector other) {
    var all = new TreeMap<>(clocks);
    other.clocks.forEach((client, clock) -> all.merge(client, clock, Math::max));
    return new StateVector(all);
  }

  /// Reads a state vector as clients send it.
  ///
  /// @throws InvalidUpdateException when it is none
  public static StateVector decode(byte[] bytes) {
    var in = new ByteReader(bytes);
    var clocks = new TreeMap<Long, Long>();
    for (long left = in.varUint(); left > 0; left--) {
      long client = in.varUint();
      clocks.put(client, in.varUint());
    }
    if (!in.atEnd()) {
      throw new InvalidUpdateException("goes on after its end");
    }
    return new StateVector(clocks);
  }

  public byte[] encode() {
    var out = new ByteWriter();
    out.varUint(clocks.size());
    for (Map.Entry<Long, Long> entry : clocks.entrySet()) {
      out.varUint(entry.getKey());
      out.varUint(entry.getValue());
    }
    return out.toByteArray();
  }
}
