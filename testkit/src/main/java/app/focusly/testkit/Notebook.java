package app.focusly.testkit;

import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;
import app.focusly.room.journal.Redaction;
import app.focusly.room.ledger.Act;
import app.focusly.room.ledger.Decision;
import app.focusly.room.ledger.Draft;
import app.focusly.room.ledger.EventType;
import app.focusly.room.ledger.Feature;
import app.focusly.room.ledger.FeatureTable;
import app.focusly.room.ledger.Recorded;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A feature to test ledgers and journals with: texts under the numbers of their events, which can
/// be taken back.
public final class Notebook implements Feature<Notebook.Command> {
  /// A command of this feature.
  public sealed interface Command {}

  /// Writes a text.
  public record Write(String text) implements Command {}

  /// Takes a text back, for good.
  public record Strike(long seq) implements Command {}

  private static final Description<Command> DESCRIPTION =
      new Description<>(
          "notebook",
          1,
          Command.class,
          List.of(EventType.of("written"), EventType.of("struck")),
          Set.of());

  /// A table with this feature alone.
  public static final FeatureTable TABLE = new FeatureTable(List.of(Notebook::new));

  private final Map<Long, String> texts = new TreeMap<>();

  @Override
  public Description<Command> description() {
    return DESCRIPTION;
  }

  @Override
  public Decision decide(Command command, Act act) {
    return switch (command) {
      case Write(String text) -> Decision.happens(Draft.of("written", json().put("text", text)));
      case Strike(long seq) ->
          texts.containsKey(seq)
              ? Decision.happens(
                  new Draft("struck", json().put("seq", seq), List.of(Redaction.of(seq, "{}"))))
              : new Decision.Refused(Refusal.of(RefusalCode.INVALID_PAYLOAD, "No such text."));
    };
  }

  @Override
  public void apply(Recorded recorded) {
    apply(texts, recorded);
  }

  /// What an event does to texts; a client that follows events does the same.
  public static void apply(Map<Long, String> texts, Recorded recorded) {
    if (recorded.type().equals("written")) {
      texts.put(recorded.seq(), recorded.body().path("text").asText());
    } else {
      texts.remove(recorded.body().path("seq").longValue());
    }
  }

  /// The texts in a view of it.
  public static Map<Long, String> texts(ObjectNode view) {
    var texts = new TreeMap<Long, String>();
    view.properties()
        .forEach(entry -> texts.put(Long.valueOf(entry.getKey()), entry.getValue().asText()));
    return texts;
  }

  @Override
  public ObjectNode snapshot() {
    ObjectNode state = json();
    texts.forEach((seq, text) -> state.put(Long.toString(seq), text));
    return state;
  }

  @Override
  public void restore(ObjectNode state) {
    texts.putAll(texts(state));
  }

  @Override
  public ObjectNode view() {
    return snapshot();
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
