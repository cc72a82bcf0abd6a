package app.focusly.room.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.focusly.room.Command;
import app.focusly.room.ConnectionId;
import app.focusly.room.FeatureLimits;
import app.focusly.room.Golden;
import app.focusly.room.Parsed;
import app.focusly.room.Refusal;
import app.focusly.room.RoomFeatures;
import app.focusly.room.journal.JournalEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The examples of the wire are what the timer reads and says.
class TimerExamplesTest {
  private static final RoomFeatures FEATURES = new RoomFeatures(FeatureLimits.DEFAULT);

  @TestFactory
  Stream<DynamicTest> payloadsAreReadOrRefused() {
    return Golden.cases("timer.json")
        .map(each -> dynamicTest(each.path("name").asText(), () -> readsAsTold(each)));
  }

  private static void readsAsTold(JsonNode example) {
    switch (read(example)) {
      case Parsed.Valid<Object>(Object command) ->
          assertThat(command).hasToString(example.required("reads").asText());
      case Parsed.Invalid<Object>(Refusal refusal) -> {
        assertThat(refusal.code().text()).isEqualTo(example.at("/refused/code").textValue());
        assertThat(refusal.path()).isEqualTo(example.at("/refused/path").textValue());
      }
    }
  }

  /// Ann and Ben work with it for an hour and a half.
  @Test
  void aStoryIsToldAsTheExample() {
    var room = new TimerRoom();
    room.come("ann");
    room.come("ben");
    for (JsonNode step : Golden.file("timer.json").path("story")) {
      assertThat(Golden.comparable(told(room, step)))
          .as(step.path("name").asText())
          .isEqualTo(Golden.comparable(step));
    }
  }

  private static ObjectNode told(TimerRoom room, JsonNode step) {
    int before = room.bench().events().size();
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    told.set("name", step.path("name"));
    if (step.has("after")) {
      room.live(Duration.ofMillis(step.path("after").longValue()));
      told.set("after", step.path("after"));
    } else {
      List.of("by", "event", "arguments").forEach(field -> told.set(field, step.path(field)));
      told.set("answer", answer(room.bench().execute(step.path("by").asText(), command(step))));
    }
    var hears = told.putArray("hears");
    List<JournalEvent> events = room.bench().events();
    events
        .subList(before, events.size())
        .forEach(event -> hears.add(onTheWire(event, room.bench().body(event))));
    told.set("timer", room.view());
    return told;
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

  private static Object command(JsonNode step) {
    return switch (read(step)) {
      case Parsed.Valid<Object>(Object command) -> command;
      case Parsed.Invalid<Object>(Refusal refusal) -> throw new AssertionError(refusal);
    };
  }

  private static Parsed<Object> read(JsonNode example) {
    Parsed<Command.Change> change =
        FEATURES
            .change(
                example.path("event").asText(), new ConnectionId("c1"), Golden.arguments(example))
            .orElseThrow(() -> new AssertionError(example.path("event")));
    return switch (change) {
      case Parsed.Valid<Command.Change>(Command.Change valid) -> new Parsed.Valid<>(valid.change());
      case Parsed.Invalid<Command.Change>(Refusal refusal) -> new Parsed.Invalid<>(refusal);
    };
  }
}
