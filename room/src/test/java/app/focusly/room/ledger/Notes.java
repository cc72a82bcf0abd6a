package app.focusly.room.ledger;

import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;
import app.focusly.room.journal.Redaction;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A feature to test ledgers with: short notes under the numbers of their events.
final class Notes implements Feature<Notes.Command>, Feature.Waking {
  sealed interface Command {}

  record Add(String text) implements Command {}

  record Remove(long note) implements Command {}

  /// Adds a note at a later time.
  record Remind(Instant at) implements Command {}

  /// Leads to so many events.
  record AddMany(int count) implements Command {}

  /// All is as wanted already.
  record Nothing() implements Command {}

  /// The feature fails at the decision.
  record Throw() implements Command {}

  /// The feature fails at the event.
  record Poison() implements Command {}

  private static final Description<Command> DESCRIPTION =
      new Description<>(
          "notes",
          1,
          Command.class,
          List.of(
              new EventType("noted", List.of(old -> old.put("text", old.path("t").asText()))),
              EventType.of("note-removed"),
              EventType.of("reminder-set"),
              EventType.of("poisoned")),
          Set.of());

  static final FeatureTable TABLE = new FeatureTable(List.of(Notes::new));

  private final Map<Long, String> notes = new TreeMap<>();
  private Optional<Instant> reminder = Optional.empty();

  @Override
  public Description<Command> description() {
    return DESCRIPTION;
  }

  @Override
  public Decision decide(Command command, Act act) {
    return switch (command) {
      case Add(String text) -> Decision.happens(noted(text));
      case AddMany(int count) ->
          new Decision.Happens(Collections.nCopies(count, noted("one of many")));
      case Remind(Instant at) ->
          Decision.happens(Draft.of("reminder-set", json().put("at", at.toEpochMilli())));
      case Nothing() -> Decision.happens();
      case Throw() -> throw new IllegalStateException("told to throw");
      case Poison() -> Decision.happens(noted("first"), Draft.of("poisoned", json()));
      case Remove(long note) ->
          notes.containsKey(note)
              ? Decision.happens(
                  new Draft(
                      "note-removed", json().put("note", note), List.of(Redaction.of(note, "{}"))))
              : new Decision.Refused(Refusal.of(RefusalCode.INVALID_PAYLOAD, "No such note."));
    };
  }

  @Override
  public void apply(Recorded recorded) {
    switch (recorded.type()) {
      case "noted" -> notes.put(recorded.seq(), recorded.body().path("text").asText());
      case "note-removed" -> notes.remove(recorded.body().path("note").longValue());
      case "reminder-set" ->
          reminder = Optional.of(Instant.ofEpochMilli(recorded.body().path("at").longValue()));
      default -> throw new IllegalStateException("told to fail");
    }
    if (recorded.body().path("reminder").booleanValue()) {
      reminder = Optional.empty();
    }
  }

  @Override
  public Optional<Instant> wakesAt() {
    return reminder;
  }

  @Override
  public List<Draft> wake(Act act) {
    return List.of(Draft.of("noted", json().put("text", "wake up").put("reminder", true)));
  }

  @Override
  public ObjectNode snapshot() {
    ObjectNode state = view();
    reminder.ifPresent(at -> state.put("reminder", at.toEpochMilli()));
    return state;
  }

  @Override
  public void restore(ObjectNode state) {
    state
        .required("texts")
        .properties()
        .forEach(note -> notes.put(Long.valueOf(note.getKey()), note.getValue().asText()));
    if (state.has("reminder")) {
      reminder = Optional.of(Instant.ofEpochMilli(state.path("reminder").longValue()));
    }
  }

  @Override
  public ObjectNode view() {
    ObjectNode view = json();
    ObjectNode texts = view.putObject("texts");
    notes.forEach((seq, text) -> texts.put(Long.toString(seq), text));
    if (notes.containsValue("unviewable")) {
      throw new IllegalStateException("told to throw");
    }
    return view;
  }

  private static Draft noted(String text) {
    return Draft.of("noted", json().put("text", text));
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
