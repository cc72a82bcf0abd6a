package app.focusly.room.history;

import app.focusly.room.journal.Redaction;
import app.focusly.room.ledger.Act;
import app.focusly.room.ledger.Decision;
import app.focusly.room.ledger.Draft;
import app.focusly.room.ledger.EventType;
import app.focusly.room.ledger.Feature;
import app.focusly.room.ledger.Forgetting;
import app.focusly.room.ledger.Recorded;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Overwrites what was said and done in a session that is over, some thousand events at a time. The
/// board of tasks, and who may come in, are the room's and stay.
public final class SessionErasure implements Feature<SessionErasure.Forget> {
  /// The most events that are gone through at once, and the most edits that are named.
  public static final int STEP = 5_000;

  /// Forget a part of a session.
  ///
  /// @param session the number of the event that started it
  /// @param from the first event of the part
  /// @param through the last event of the part
  /// @param last whether nothing is left of the session then
  /// @param edits later events that edited messages of it: their texts are the session's
  public record Forget(long session, long from, long through, boolean last, List<Long> edits) {
    public Forget {
      edits = List.copyOf(edits);
      if (from < 1 || through < from || through - from >= STEP || edits.size() > STEP) {
        throw new IllegalArgumentException("not a part of a session");
      }
    }
  }

  /// What a feature wants overwritten of a session.
  public interface Overwriting {

    /// The orders for events among these.
    List<Redaction> of(Redaction.Scope among);
  }

  private static final Description<Forget> DESCRIPTION =
      new Description<>(
          "session-erasure", 1, Forget.class, List.of(EventType.of(Forgetting.SESSION)), Set.of());

  private final List<Overwriting> features;

  /// @param features whose events belong to sessions
  public SessionErasure(List<Overwriting> features) {
    this.features = List.copyOf(features);
  }

  @Override
  public Description<Forget> description() {
    return DESCRIPTION;
  }

  @Override
  public Decision decide(Forget command, Act act) {
    var among = Redaction.Scope.of(command.from(), command.through());
    var redactions = new ArrayList<Redaction>();
    features.forEach(feature -> redactions.addAll(feature.of(among)));
    command.edits().stream()
        .filter(seq -> seq < act.seq())
        .forEach(seq -> redactions.add(Redaction.of(seq, "{}")));
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("session", command.session())
            .put("from", command.from())
            .put("through", command.through());
    return Decision.happens(
        new Draft(Forgetting.SESSION, command.last() ? body.put("last", true) : body, redactions));
  }

  /// Overwriting all events of some types, and whose doing they were.
  public static Overwriting all(Set<String> types) {
    return among ->
        types.stream().flatMap(type -> whole(among.ofType(type), "{}").stream()).toList();
  }

  /// The orders to replace bodies, and to forget whose doing the events were.
  public static List<Redaction> whole(Redaction.Scope scope, String body) {
    return List.of(Redaction.of(scope, body), Redaction.anonymous(scope));
  }

  /// Only whose doing events of some types were.
  public static Overwriting anonymous(Set<String> types) {
    return among -> types.stream().map(type -> Redaction.anonymous(among.ofType(type))).toList();
  }

  @Override
  public void apply(Recorded recorded) {} // it has nothing in memory

  @Override
  public ObjectNode snapshot() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public void restore(ObjectNode state) {}

  @Override
  public ObjectNode view() {
    return JsonNodeFactory.instance.objectNode();
  }
}
