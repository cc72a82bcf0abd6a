package app.focusly.yjs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What is deleted: of each client some ranges of clocks, in order, with clocks between them.
public record DeleteSet(NavigableMap<Long, List<ClockRange>> ranges) {
  public static final DeleteSet EMPTY = new DeleteSet(new TreeMap<>());

  public DeleteSet {
    var sorted = new TreeMap<Long, List<ClockRange>>(Comparator.reverseOrder());
    ranges.forEach((client, some) -> {
      if (!some.isEmpty()) {
        sorted.put(client, joined(some));
      }
    });
    ranges = Collections.unmodifiableNavigableMap(sorted);
  }

  private static List<ClockRange> joined(List<ClockRange> ranges) {
    var sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingLong(ClockRange::from));
    var joined = new ArrayList<ClockRange>();
    for (ClockRange range : sorted) {
      ClockRange last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && last.to() >= range.from()) {
        joined.set(joined.size() - 1, new ClockRange(last.from(), Math.max(last.to(), range.to())));
      } else {
        joined.add(range);
      }
    }
    return Collections.unmodifiableList(joined);
  }

  /// Whether there is nothing in the other that is not in this.
  public boolean covers(DeleteSet other) {
    return other.ranges.entrySet().stream()
        .allMatch(
            entry -> covers(ranges.getOrDefault(entry.getKey(), List.of()), entry.getValue()));
  }

  private static boolean covers(List<ClockRange> mine, List<ClockRange> theirs) {
    int at = 0;
    for (ClockRange range : theirs) {
      while (at < mine.size() && mine.get(at).to() < range.to()) {
        at++;
      }
      if (at == mine.size() || !mine.get(at).contains(range)) {
        return false;
      }
    }
    return true;
  }

  /// What is in this, in the other, or in both.
  public DeleteSet and(DeleteSet other) {
    return union(List.of(this, other));
  }

  static DeleteSet union(List<DeleteSet> sets) {
    var all = new TreeMap<Long, List<ClockRange>>();
    for (DeleteSet set : sets) {
      set.ranges.forEach(
          (client, ranges) -> all.computeIfAbsent(client, _ -> new ArrayList<>()).addAll(ranges));
    }
    return new DeleteSet(all);
  }

  static DeleteSet read(ByteReader in) {
    var ranges = new TreeMap<Long, List<ClockRange>>();
    for (long clients = in.varUint(); clients > 0; clients--) {
      long client = in.varUint();
      for (long left = in.varUint(); left > 0; left--) {
        long from = in.varUint();
        long length = in.varUint();
        if (length > ByteReader.MAX_INTEGER - from) {
          throw new InvalidUpdateException("a deletion goes beyond all clocks");
        }
        if (length > 0) {
          ranges
              .computeIfAbsent(client, _ -> new ArrayList<>())
              .add(new ClockRange(from, from + length));
        }
      }
    }
    return new DeleteSet(ranges);
  }

  void write(ByteWriter out) {
    out.varUint(ranges.size());
    for (Map.Entry<Long, List<ClockRange>> entry : ranges.entrySet()) {
      out.varUint(entry.getKey());
      out.varUint(entry.getValue().size());
      for (ClockRange range : entry.getValue()) {
        out.varUint(range.from());
        out.varUint(range.to() - range.from());
      }
    }
  }
}
