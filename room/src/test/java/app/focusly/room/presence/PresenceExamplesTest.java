package app.focusly.room.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.focusly.room.ConnectionId;
import app.focusly.room.Effect;
import app.focusly.room.Golden;
import app.focusly.room.MemberId;
import app.focusly.room.Parsed;
import app.focusly.room.Refusal;
import app.focusly.room.RoomJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PresenceExamplesTest {

  @TestFactory
  Stream<DynamicTest> payloadsReadAsTheExamples() {
    return Golden.cases("presence.json")
        .map(each -> dynamicTest(each.path("name").asText(), () -> readsAsTold(each)));
  }

  private static void readsAsTold(JsonNode example) {
    String event = example.path("event").asText();
    switch (parse(event, Golden.arguments(example))) {
      case Parsed.Valid<?>(Object value) ->
          assertThat(value).isEqualTo(expected(event, example.required("reads")));
      case Parsed.Invalid<?>(Refusal refusal) -> {
        assertThat(refusal.code().text()).isEqualTo(example.at("/refused/code").textValue());
        assertThat(refusal.path()).isEqualTo(example.at("/refused/path").textValue());
      }
    }
  }

  private static Parsed<?> parse(String event, List<JsonNode> arguments) {
    return switch (event) {
      case "presence" -> Status.parse(arguments);
      case "hand-lower" -> LowerHand.parse(arguments);
      case "typing" -> Typing.parse(arguments);
      default -> throw new AssertionError(event);
    };
  }

  private static Object expected(String event, JsonNode reads) {
    return switch (event) {
      case "presence" -> Status.of(reads.path("status").asText());
      case "hand-lower" -> new LowerHand(new MemberId(reads.path("memberId").asText()));
      default ->
          new Typing(
              reads.path("where").asText().equals("task") ? Typing.Place.TASK : Typing.Place.CHAT,
              reads.path("id").textValue(),
              reads.path("on").booleanValue());
    };
  }

  @Test
  void typingIsWrittenAsTheExamples() {
    JsonNode examples = Golden.file("presence.json").path("typed");

    assertThat(typed(new Typing(Typing.Place.CHAT, null, true))).isEqualTo(examples.path(0));
    assertThat(typed(new Typing(Typing.Place.TASK, "12", false))).isEqualTo(examples.path(1));
  }

  @Test
  void aLoweredHandIsToldAsTheExample() {
    assertThat(RoomJson.handLowered()).isEqualTo(Golden.file("presence.json").required("lowered"));
  }

  private static JsonNode typed(Typing typing) {
    return RoomJson.typed(
        new Effect.Typed(new MemberId("ann"), typing, List.of(new ConnectionId("c1"))));
  }
}
