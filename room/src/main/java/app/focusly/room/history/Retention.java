package app.focusly.room.history;

import app.focusly.room.journal.Redaction;
import app.focusly.room.ledger.Act;
import app.focusly.room.ledger.Decision;
import app.focusly.room.ledger.Draft;
import app.focusly.room.ledger.EventType;
import app.focusly.room.ledger.Feature;
import app.focusly.room.ledger.Recorded;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Overwrites events of certain types when they are so old, hour by hour.
///
/// The features whose events they are follow [#FORGOTTEN]: at `through` they forget what they have
/// of events up to that one, and they must read bodies that are empty.
public final class Retention implements Feature<Void>, Feature.Waking {
  /// What happens when events are overwritten; `through` is the last of them.
  public static final String FORGOTTEN = "history-forgotten";

  /// The hours that it keeps apart; what a longer time needs is counted in larger steps.
  private static final int MAX_MARKS = 1_000;

  private static final Duration SHORTEST_STEP = Duration.ofHours(1);

  /// The last event before a time.
  private record Mark(long until, long seq) {}

  private final Description<Void> description;
  private final long keepMillis;
  private final long stepMillis;
  private final ArrayDeque<Mark> marks = new ArrayDeque<>();
  private long forgotten;

  /// @param keep how old an event gets, and an hour more at most, or a thousandth of it
  /// @param types which events
  public Retention(Duration keep, Set<String> types) {
    description =
        new Description<>("retention", 1, Void.class, List.of(EventType.of(FORGOTTEN)), types);
    keepMillis = keep.toMillis();
    stepMillis = Math.max(SHORTEST_STEP.toMillis(), keepMillis / (MAX_MARKS - 2));
  }

  @Override
  public Description<Void> description() {
    return description;
  }

  @Override
  public Decision decide(Void command, Act act) {
    return Decision.happens();
  }

  @Override
  public void apply(Recorded recorded) {
    if (recorded.type().equals(FORGOTTEN)) {
      forgotten = recorded.body().path("through").longValue();
      marks.removeIf(mark -> mark.seq() <= forgotten);
      return;
    }
    long step = Math.floorDiv(recorded.event().at().toEpochMilli(), stepMillis);
    long until = (step + 1) * stepMillis;
    if (!marks.isEmpty() && (marks.getLast().until() == until || marks.size() == MAX_MARKS)) {
      until = Math.max(until, marks.removeLast().until());
    }
    marks.addLast(new Mark(until, recorded.seq()));
  }

  @Override
  public Optional<Instant> wakesAt() {
    return marks.isEmpty()
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(marks.getFirst().until() + keepMillis));
  }

  @Override
  public List<Draft> wake(Act act) {
    long old = act.now().toEpochMilli() - keepMillis;
    long through = 0;
    for (Mark mark : marks) {
      if (mark.until() <= old) {
        through = mark.seq();
      }
    }
    return through == 0 ? List.of() : List.of(forget(through));
  }

  private Draft forget(long through) {
    var redactions = new ArrayList<Redaction>();
    for (String type : description.follows()) {
      redactions.add(new Redaction(forgotten + 1, through, type, "{}"));
    }
    return new Draft(FORGOTTEN, json().put("through", through), redactions);
  }

  @Override
  public ObjectNode snapshot() {
    ObjectNode state = json().put("forgotten", forgotten);
    ArrayNode nodes = state.putArray("marks");
    marks.forEach(mark -> nodes.add(json().put("until", mark.until()).put("seq", mark.seq())));
    return state;
  }

  @Override
  public void restore(ObjectNode state) {
    forgotten = state.path("forgotten").longValue();
    for (JsonNode mark : state.path("marks")) {
      marks.add(new Mark(mark.path("until").longValue(), mark.path("seq").longValue()));
    }
  }

  @Override
  public ObjectNode view() {
    return json();
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
