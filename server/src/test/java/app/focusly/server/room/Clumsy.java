package app.focusly.server.room;

import app.focusly.room.Refusal;
import app.focusly.room.ledger.Act;
import app.focusly.room.ledger.Decision;
import app.focusly.room.ledger.Draft;
import app.focusly.room.ledger.Feature;
import app.focusly.room.ledger.Recorded;
import app.focusly.room.member.Role;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A feature that does nothing, and of whose methods each may fail.
final class Clumsy
    implements Feature<Clumsy.Nothing>,
        Feature.Guarding,
        Feature.Reacting,
        Feature.Waking,
        Feature.Forgetful {
  private static final Description<Nothing> DESCRIPTION =
      new Description<>(
          "clumsy", 1, Nothing.class, List.of(), Set.of("member-joined", "chat-sent"));

  private final Mishaps mishaps;

  /// It is told nothing.
  record Nothing() {}

  Clumsy(Mishaps mishaps) {
    this.mishaps = mishaps;
  }

  @Override
  public Description<Nothing> description() {
    return DESCRIPTION;
  }

  @Override
  public Decision decide(Nothing command, Act act) {
    mishaps.step();
    return Decision.happens();
  }

  @Override
  public void apply(Recorded recorded) {
    mishaps.step();
  }

  @Override
  public ObjectNode snapshot() {
    mishaps.step();
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public void restore(ObjectNode state) {
    mishaps.step();
  }

  @Override
  public ObjectNode view() {
    mishaps.step();
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public Role role(Act act) {
    mishaps.step();
    return act.role();
  }

  @Override
  public Optional<Refusal> obstacle(Object command, Act act) {
    mishaps.step();
    return Optional.empty();
  }

  @Override
  public List<Draft> react(Recorded recorded, Act act) {
    mishaps.step();
    return List.of();
  }

  @Override
  public void forgetThrough(long seq, Instant now) {
    mishaps.step();
  }

  @Override
  public void forgetMember(String memberId) {
    mishaps.step();
  }

  @Override
  public Optional<Instant> wakesAt() {
    mishaps.step();
    return Optional.empty();
  }

  @Override
  public Optional<Instant> unattendedAt() {
    mishaps.step();
    return Optional.empty();
  }

  @Override
  public List<Draft> wake(Act act) {
    mishaps.step();
    return List.of();
  }
}
