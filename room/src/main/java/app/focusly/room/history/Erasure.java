package app.focusly.room.history;

import app.focusly.room.MemberId;
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
import java.util.function.Function;

/// Overwrites what there is of a member who wants to be forgotten, some thousand events at a time.
///
/// The features whose events they are [forget][Feature.Forgetful] what they have of the member, and
/// must read what is left of the bodies.
public final class Erasure implements Feature<Erasure.Forget> {
  /// The most events that are gone through at once.
  public static final int STEP = 5_000;

  /// Forget what there is of a member in the next [#STEP] events.
  ///
  /// @param from the first event
  public record Forget(MemberId memberId, long from) {}

  /// What a feature wants overwritten.
  public interface Overwriting {

    /// The orders for events among these.
    ///
    /// @param among the events that are gone through
    List<Redaction> of(String memberId, Redaction.Scope among);
  }

  private static final Description<Forget> DESCRIPTION =
      new Description<>(
          "erasure", 1, Forget.class, List.of(EventType.of(Forgetting.MEMBER)), Set.of());

  private final List<Overwriting> features;

  /// @param features whose events are about members
  public Erasure(List<Overwriting> features) {
    this.features = List.copyOf(features);
  }

  @Override
  public Description<Forget> description() {
    return DESCRIPTION;
  }

  @Override
  public Decision decide(Forget command, Act act) {
    long through = Math.min(act.seq() - 1, command.from() + STEP - 1);
    if (through < command.from()) {
      return Decision.happens();
    }
    String memberId = command.memberId().value();
    var among = Redaction.Scope.of(command.from(), through);
    var redactions = new ArrayList<Redaction>();
    features.forEach(feature -> redactions.addAll(feature.of(memberId, among)));
    redactions.add(Redaction.anonymous(among.by(memberId))); // last, as others look for the actor
    ObjectNode body =
        JsonNodeFactory.instance.objectNode().put("memberId", memberId).put("through", through);
    return Decision.happens(new Draft(Forgetting.MEMBER, body, redactions));
  }

  /// Overwriting all events of some types that name the member.
  public static Overwriting naming(Set<String> types) {
    return each(types, among -> among::naming);
  }

  /// Overwriting all events of some types that the member caused.
  public static Overwriting by(Set<String> types) {
    return each(types, among -> among::by);
  }

  private static Overwriting each(
      Set<String> types, Function<Redaction.Scope, Function<String, Redaction.Scope>> narrowed) {
    return (memberId, among) ->
        types.stream()
            .map(type -> Redaction.of(narrowed.apply(among).apply(memberId).ofType(type), "{}"))
            .toList();
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
