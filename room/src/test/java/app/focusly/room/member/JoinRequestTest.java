package app.focusly.room.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.focusly.room.Golden;
import app.focusly.room.Parsed;
import app.focusly.room.Refusal;
import app.focusly.room.RoomId;
import app.focusly.room.UserId;
import app.focusly.room.media.MediaState;
import app.focusly.room.presence.Status;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class JoinRequestTest {
  private static final String SOCKET_ID = Golden.file("join-forms.json").path("socketId").asText();

  @TestFactory
  Stream<DynamicTest> formsReadAsTheExamples() {
    return Golden.cases("join-forms.json")
        .map(each -> dynamicTest(each.path("name").asText(), () -> readsAsTold(each)));
  }

  private static void readsAsTold(JsonNode example) {
    switch (JoinRequest.parse(Golden.arguments(example), SOCKET_ID)) {
      case Parsed.Valid<JoinRequest>(JoinRequest request) ->
          assertThat(request).isEqualTo(expected(example.required("joins")));
      case Parsed.Invalid<JoinRequest>(Refusal refusal) -> {
        JsonNode refused = example.required("refused");
        assertThat(refusal.code().text()).isEqualTo(refused.path("code").asText());
        assertThat(refusal.path()).isEqualTo(refused.path("path").asText());
      }
    }
  }

  private static JoinRequest expected(JsonNode joins) {
    JsonNode media = joins.path("media");
    String name = joins.path("name").textValue();
    String timeZone = joins.path("timeZone").textValue();
    return new JoinRequest(
        new RoomId(joins.path("roomId").asText()),
        new UserId(joins.path("userId").asText()),
        joins.path("protocol").asInt(),
        name == null ? null : new MemberName(name),
        timeZone == null ? null : ZoneId.of(timeZone),
        new MediaState(
            media.path("mic").asBoolean(),
            media.path("camera").asBoolean(),
            media.path("screen").asBoolean(),
            media.path("hand").asBoolean()),
        Status.of(joins.path("status").asText("available")),
        null);
  }

  @Test
  void roomIdHasAtMostSixtyFourCharacters() {
    assertThat(refusedPath(object().put("roomId", "r".repeat(64)))).isNull();
    assertThat(refusedPath(object().put("roomId", "r".repeat(65)))).isEqualTo("roomId");
  }

  @Test
  void userIdHasAtMostHundredTwentyEightCharacters() {
    assertThat(refusedPath(object().put("userId", "u".repeat(128)))).isNull();
    assertThat(refusedPath(object().put("userId", "u".repeat(129)))).isEqualTo("userId");
  }

  @Test
  void nameHasAtMostSixtyFourCodePointsHoweverEncoded() {
    assertThat(refusedPath(object().put("name", "🦊".repeat(64)))).isNull();
    assertThat(refusedPath(object().put("name", "🦊".repeat(65)))).isEqualTo("name");
  }

  @Test
  void whiteSpaceAtItsEndsDoesNotCountToTheName() {
    assertThat(refusedPath(object().put("name", " \t" + "a".repeat(64) + " "))).isNull();
  }

  @Test
  void halfASurrogatePairIsNoText() {
    assertThat(refusedPath(object().put("userId", "u\ud83e"))).isEqualTo("userId");
    assertThat(refusedPath(object().put("name", "Ann\udd8a"))).isEqualTo("name");
  }

  @Test
  void lineSeparatorsDoNotPassAsName() {
    assertThat(refusedPath(object().put("name", "Ann\u2028Bea"))).isEqualTo("name");
    assertThat(refusedPath(object().put("name", "Ann\u0085Bea"))).isEqualTo("name");
  }

  @Test
  void thirdArgumentIsTheNameUpToSixtyFourCharacters() {
    assertThat(positional("n".repeat(64)).name()).isEqualTo(new MemberName("n".repeat(64)));
    assertThat(positional("n".repeat(65)).name()).isNull();
  }

  @Test
  void numberTooLongForAnIdIsRefusedAsOne() {
    var digits = Golden.parse("1".repeat(65));

    assertThat(refusedPath(object().set("roomId", digits))).isEqualTo("roomId");
  }

  @Test
  void offsetIsNoTimeZone() {
    assertThat(refusedPath(object().put("timeZone", "+01:00"))).isEqualTo("timeZone");
    assertThat(refusedPath(object().put("timeZone", "UTC"))).isNull();
  }

  @Test
  void protocolNeverOverflowsIntoOneThatIsSpoken() {
    assertThat(refusedPath(object().put("protocol", 4_294_967_297L))).isEqualTo("protocol");
    assertThat(refusedPath(object().put("protocol", 1.5))).isEqualTo("protocol");
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode().put("roomId", "r").put("userId", "u");
  }

  private static @Nullable String refusedPath(JsonNode argument) {
    return switch (JoinRequest.parse(List.of(argument), SOCKET_ID)) {
      case Parsed.Valid<JoinRequest> _ -> null;
      case Parsed.Invalid<JoinRequest>(Refusal refusal) -> refusal.path();
    };
  }

  private static JoinRequest positional(String third) {
    var json = JsonNodeFactory.instance;
    List<JsonNode> arguments =
        List.of(json.textNode("r"), json.textNode("u"), json.textNode(third));
    return switch (JoinRequest.parse(arguments, SOCKET_ID)) {
      case Parsed.Valid<JoinRequest>(JoinRequest request) -> request;
      case Parsed.Invalid<JoinRequest> invalid -> throw new AssertionError(invalid);
    };
  }
}
