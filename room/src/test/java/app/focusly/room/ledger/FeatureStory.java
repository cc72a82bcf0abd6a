package app.focusly.room.ledger;

import app.focusly.room.Command;
import app.focusly.room.ConnectionId;
import app.focusly.room.FeatureLimits;
import app.focusly.room.Golden;
import app.focusly.room.MemberId;
import app.focusly.room.Parsed;
import app.focusly.room.Refusal;
import app.focusly.room.RoomFeatures;
import app.focusly.room.history.AttendanceCommand;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.member.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/// A room of which an example tells step by step: somebody comes, goes or sends an event, or time
/// passes.
public final class FeatureStory {
  private static final RoomFeatures FEATURES = new RoomFeatures(FeatureLimits.DEFAULT);

  private final FeatureBench bench;

  public FeatureStory(FeatureBench bench) {
    this.bench = bench;
  }

  /// Carries a step out, and tells what came of it as the example should.
  public ObjectNode play(JsonNode step, List<String> views) {
    int before = bench.events().size();
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    List.of("name", "by", "does", "event", "arguments", "after").stream()
        .filter(step::has)
        .forEach(field -> told.set(field, step.path(field)));
    if (step.has("after")) {
      bench.live(Duration.ofMillis(step.path("after").longValue()));
    } else {
      told.set("answer", answer(bench.execute(step.path("by").asText(), command(step))));
    }
    var hears = told.putArray("hears");
    List<JournalEvent> events = bench.events();
    events
        .subList(before, events.size())
        .forEach(event -> hears.add(onTheWire(event, bench.body(event))));
    views.forEach(view -> told.set(view, bench.view(view)));
    return told;
  }

  private static Object command(JsonNode step) {
    var memberId = new MemberId(step.path("by").asText());
    return switch (step.path("does").asText()) {
      case "comes" -> new AttendanceCommand.Came(memberId, null, Role.MEMBER);
      case "goes" -> new AttendanceCommand.Went(memberId);
      default ->
          switch (read(step)) {
            case Parsed.Valid<Command.Change>(Command.Change change) -> change.change();
            case Parsed.Invalid<Command.Change>(Refusal refusal) ->
                throw new AssertionError(refusal);
          };
    };
  }

  /// What the payload of an example is read as.
  public static Parsed<Command.Change> read(JsonNode example) {
    return FEATURES
        .change(example.path("event").asText(), new ConnectionId("c1"), Golden.arguments(example))
        .orElseThrow(() -> new AssertionError(example.path("event")));
  }

  private static ObjectNode answer(String text) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    return text.startsWith("done ")
        ? answer.put("ok", true).put("seq", Long.parseLong(text.substring("done ".length())))
        : answer.put("ok", false).put("code", text);
  }

  private static ObjectNode onTheWire(JournalEvent event, ObjectNode body) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("seq", event.seq()).put("at", event.at().toEpochMilli()).put("by", event.actor());
    return node.put("type", event.type()).setAll(body);
  }
}
