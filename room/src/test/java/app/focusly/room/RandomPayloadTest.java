package app.focusly.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.media.MediaState;
import app.focusly.room.media.ReceiveVideo;
import app.focusly.room.member.JoinRequest;
import app.focusly.room.presence.LowerHand;
import app.focusly.room.presence.Status;
import app.focusly.room.presence.Typing;
import app.focusly.room.timer.TimerEvents;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever a client sends is either read or refused with a reason that can be written.
class RandomPayloadTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final RoomFeatures FEATURES = new RoomFeatures(FeatureLimits.DEFAULT);

  private static final List<String> FIELDS =
      List.of(
          "roomId",
          "userId",
          "protocol",
          "name",
          "timeZone",
          "media",
          "mic",
          "camera",
          "screen",
          "hand",
          "on",
          "status",
          "where",
          "id",
          "memberId",
          "minutes",
          "focus",
          "other");

  @Property(tries = 2_000)
  void joinIsReadOrRefused(@ForAll("arguments") List<JsonNode> arguments) {
    var parsed = JoinRequest.parse(arguments, "socket");

    if (parsed instanceof Parsed.Valid<JoinRequest>(JoinRequest request)) {
      assertThat(RoomId.parse(request.roomId().value())).isPresent();
      assertThat(UserId.parse(request.userId().value())).isPresent();
    }
    assertAnswerable(parsed);
  }

  @Property(tries = 500)
  void mediaIsReadOrRefused(@ForAll("arguments") List<JsonNode> arguments) {
    assertAnswerable(MediaState.parse(arguments));
  }

  @Property(tries = 500)
  void videoIsReadOrRefused(@ForAll("arguments") List<JsonNode> arguments) {
    assertAnswerable(ReceiveVideo.parse(arguments));
  }

  @Property(tries = 500)
  void presenceIsReadOrRefused(@ForAll("arguments") List<JsonNode> arguments) {
    assertAnswerable(Status.parse(arguments));
    assertAnswerable(LowerHand.parse(arguments));
    assertAnswerable(Typing.parse(arguments));
  }

  @Property(tries = 500)
  void changesAreReadOrRefused(
      @ForAll("changes") String event, @ForAll("arguments") List<JsonNode> arguments) {
    assertAnswerable(FEATURES.change(event, new ConnectionId("c1"), arguments).orElseThrow());
  }

  @Provide
  Arbitrary<String> changes() {
    return Arbitraries.of(TimerEvents.READERS.keySet());
  }

  private static void assertAnswerable(Parsed<?> parsed) {
    if (parsed instanceof Parsed.Invalid<?>(Refusal refusal)) {
      assertThat(RoomJson.refused(refusal).path("code").asText())
          .isIn(
              "invalid-payload",
              "invalid-room-id",
              "invalid-user-id",
              "name-too-long",
              "unsupported-protocol");
      assertThat(refusal.message()).hasSizeBetween(1, 100);
    }
  }

  @Provide
  Arbitrary<List<JsonNode>> arguments() {
    return values(2).list().ofMaxSize(4);
  }

  private static Arbitrary<JsonNode> values(int depth) {
    Arbitrary<JsonNode> leaf =
        Arbitraries.oneOf(
            Arbitraries.of("r", "u", "Ann", "Europe/Berlin", "", " ").map(JSON::textNode),
            Arbitraries.strings().ofMaxLength(140).map(JSON::textNode),
            Arbitraries.integers().between(-1, 2).map(JSON::numberNode),
            Arbitraries.longs().map(JSON::numberNode),
            Arbitraries.doubles().map(JSON::numberNode),
            Arbitraries.of(true, false).map(JSON::booleanNode),
            Arbitraries.create(JSON::nullNode),
            Arbitraries.create(() -> JSON.binaryNode(new byte[] {1})));
    return depth == 0 ? leaf : Arbitraries.oneOf(leaf, objects(depth - 1), arrays(depth - 1));
  }

  private static Arbitrary<JsonNode> objects(int depth) {
    return Arbitraries.maps(Arbitraries.of(FIELDS), values(depth))
        .ofMaxSize(FIELDS.size())
        .map((Map<String, JsonNode> fields) -> JSON.objectNode().setAll(fields));
  }

  private static Arbitrary<JsonNode> arrays(int depth) {
    return values(depth).list().ofMaxSize(2).map(list -> JSON.arrayNode().addAll(list));
  }
}
