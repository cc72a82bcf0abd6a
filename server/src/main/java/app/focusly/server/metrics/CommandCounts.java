package app.focusly.server.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// What clients asked of rooms, by the event and what came of it. Used from every thread.
///
/// Whoever counts says only types and outcomes of documented lists, so there are not many.
public final class CommandCounts {
  /// Carried out.
  public static final String OK = "ok";

  /// Carried out earlier, and answered as then.
  public static final String REPEAT = "repeat";

  /// The type of an event that there is not.
  public static final String UNKNOWN = "unknown";

  private final Map<String, Map<String, LongAdder>> counts = new ConcurrentHashMap<>();

  /// Counts from the start what every server counts some day, as 0.
  CommandCounts() {
    count("join-room", OK, 0);
  }

  /// Takes one up.
  interface Visitor {
    void count(String type, String outcome, LongAdder count);
  }

  /// A command was answered.
  ///
  /// @param outcome [#OK], [#REPEAT] or the code of a refusal
  public void count(String type, String outcome) {
    count(type, outcome, 1);
  }

  private void count(String type, String outcome, long times) {
    counts
        .computeIfAbsent(type, _ -> new ConcurrentHashMap<>())
        .computeIfAbsent(outcome, _ -> new LongAdder())
        .add(times);
  }

  /// Shows all that were counted.
  void visit(Visitor visitor) {
    counts.forEach((type, outcomes) ->
        outcomes.forEach((outcome, count) -> visitor.count(type, outcome, count)));
  }
}
