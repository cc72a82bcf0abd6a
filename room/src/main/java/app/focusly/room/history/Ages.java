package app.focusly.room.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;

/// Which events are too old, kept by the hour. Confined to the feature that it belongs to.
final class Ages {
  /// The hours that it keeps apart; what a longer time needs is counted in larger steps.
  private static final int MAX_MARKS = 1_000;

  private static final Duration SHORTEST_STEP = Duration.ofHours(1);

  /// The last event before a time.
  private record Mark(long until, long seq) {}

  private final long keepMillis;
  private final long stepMillis;
  private final ArrayDeque<Mark> marks = new ArrayDeque<>();

  /// @param keep how old an event may be; zero for any age
  Ages(Duration keep) {
    keepMillis = keep.toMillis();
    stepMillis = Math.max(SHORTEST_STEP.toMillis(), keepMillis / (MAX_MARKS - 2));
  }

  /// The next event.
  void add(long seq, long at) {
    if (keepMillis == 0) {
      return;
    }
    long until = (Math.floorDiv(at, stepMillis) + 1) * stepMillis;
    if (!marks.isEmpty() && (marks.getLast().until() == until || marks.size() == MAX_MARKS)) {
      until = Math.max(until, marks.removeLast().until());
    }
    marks.addLast(new Mark(until, seq));
  }

  /// When the next events are too old.
  Optional<Long> dueAt() {
    return marks.isEmpty() ? Optional.empty() : Optional.of(marks.getFirst().until() + keepMillis);
  }

  /// The last event that is too old; 0 when there is none.
  long through(long now) {
    long through = 0;
    for (Mark mark : marks) {
      if (mark.until() + keepMillis <= now) {
        through = mark.seq();
      }
    }
    return through;
  }

  /// Events up to this one are not there any more.
  void forget(long through) {
    marks.removeIf(mark -> mark.seq() <= through);
  }

  ArrayNode snapshot() {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    marks.forEach(mark -> nodes.addObject().put("until", mark.until()).put("seq", mark.seq()));
    return nodes;
  }

  void restore(JsonNode nodes) {
    for (JsonNode mark : nodes) {
      marks.add(new Mark(mark.path("until").longValue(), mark.path("seq").longValue()));
    }
  }
}
