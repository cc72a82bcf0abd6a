package app.focusly.room.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.focusly.room.Golden;
import app.focusly.room.Parsed;
import app.focusly.room.Refusal;
import app.focusly.room.UserId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class MediaPayloadTest {

  @TestFactory
  Stream<DynamicTest> payloadsReadAsTheExamples() {
    return Golden.cases("payloads.json")
        .map(each -> dynamicTest(each.path("name").asText(), () -> readsAsTold(each)));
  }

  private static void readsAsTold(JsonNode example) {
    String event = example.path("event").asText();
    switch (parse(event, Golden.arguments(example))) {
      case Parsed.Valid<?>(Object value) ->
          assertThat(value).isEqualTo(expected(event, example.required("reads")));
      case Parsed.Invalid<?>(Refusal refusal) -> {
        JsonNode refused = example.required("refused");
        assertThat(refusal.code().text()).isEqualTo(refused.path("code").asText());
        assertThat(refusal.path()).isEqualTo(refused.path("path").textValue());
      }
    }
  }

  private static Parsed<?> parse(String event, List<JsonNode> arguments) {
    return switch (event) {
      case "media-state" -> MediaState.parse(arguments);
      case "receive-video" -> ReceiveVideo.parse(arguments);
      default -> throw new AssertionError(event);
    };
  }

  private static Object expected(String event, JsonNode reads) {
    return event.equals("media-state")
        ? new MediaState(
            reads.path("mic").asBoolean(),
            reads.path("camera").asBoolean(),
            reads.path("screen").asBoolean(),
            reads.path("hand").asBoolean())
        : new ReceiveVideo(new UserId(reads.path("userId").asText()), reads.path("on").asBoolean());
  }
}
