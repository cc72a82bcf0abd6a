package app.focusly.room.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.focusly.room.Command;
import app.focusly.room.ConnectionId;
import app.focusly.room.FeatureLimits;
import app.focusly.room.Golden;
import app.focusly.room.Parsed;
import app.focusly.room.Refusal;
import app.focusly.room.RoomFeatures;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The examples of the wire are what the board reads or refuses.
class TaskPayloadTest {
  private static final RoomFeatures FEATURES = new RoomFeatures(FeatureLimits.DEFAULT);

  @TestFactory
  Stream<DynamicTest> payloadsAreReadOrRefused() {
    return Golden.cases("tasks.json")
        .map(each -> dynamicTest(each.path("name").asText(), () -> readsAsTold(each)));
  }

  @Test
  void tenThousandLinesAreRefusedWhole() {
    var titles = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < 10_000; i++) {
      titles.add("line " + i);
    }
    var payload = JsonNodeFactory.instance.objectNode().set("titles", titles);

    assertThat(read("task-add", List.of(payload)))
        .isInstanceOfSatisfying(
            Parsed.Invalid.class,
            invalid ->
                assertThat(invalid.refusal().message()).contains("array of 1 to 200 titles"));
  }

  private static void readsAsTold(JsonNode example) {
    switch (read(example.path("event").asText(), Golden.arguments(example))) {
      case Parsed.Valid<Command.Change>(Command.Change change) ->
          assertThat(change.change()).hasToString(example.required("reads").asText());
      case Parsed.Invalid<Command.Change>(Refusal refusal) -> {
        assertThat(refusal.code().text()).isEqualTo(example.at("/refused/code").textValue());
        assertThat(refusal.path()).isEqualTo(example.at("/refused/path").textValue());
      }
    }
  }

  private static Parsed<Command.Change> read(String event, List<JsonNode> arguments) {
    return FEATURES
        .change(event, new ConnectionId("c1"), arguments)
        .orElseThrow(() -> new AssertionError(event));
  }
}
