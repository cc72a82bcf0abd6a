package app.focusly.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.access.AccessEvents;
import app.focusly.room.chat.ChatEvents;
import app.focusly.room.goal.GoalEvents;
import app.focusly.room.media.MediaState;
import app.focusly.room.media.ReceiveVideo;
import app.focusly.room.member.JoinRequest;
import app.focusly.room.payload.Payload;
import app.focusly.room.payload.PayloadReader;
import app.focusly.room.presence.LowerHand;
import app.focusly.room.presence.Status;
import app.focusly.room.presence.Typing;
import app.focusly.room.standup.StandupEvents;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever arguments an event has, they are refused, or read as something that reads the same when
/// it is written in full.
class PayloadFuzzTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int MAX_MESSAGE_LENGTH = 100;

  @MethodSource("arguments")
  @FuzzTest
  void argumentsAreReadOrRefused(byte[] json) {
    List<JsonNode> arguments = arguments(json);
    if (JoinRequest.parse(arguments, "socket") instanceof Parsed.Valid<JoinRequest>(var request)) {
      assertThat(JoinRequest.parse(List.of(written(request)), "other"))
          .isEqualTo(new Parsed.Valid<>(request));
    }
    if (MediaState.parse(arguments) instanceof Parsed.Valid<MediaState>(var state)) {
      assertThat(MediaState.parse(List.of(written(state)))).isEqualTo(new Parsed.Valid<>(state));
    }
    if (ReceiveVideo.parse(arguments) instanceof Parsed.Valid<ReceiveVideo>(var wish)) {
      assertThat(ReceiveVideo.parse(List.of(written(wish)))).isEqualTo(new Parsed.Valid<>(wish));
    }
    assertAnswerable(JoinRequest.parse(arguments, "socket"));
    assertAnswerable(MediaState.parse(arguments));
    assertAnswerable(ReceiveVideo.parse(arguments));
    assertAnswerable(AccessEvents.ownerKey(arguments));
    for (PayloadReader<?> reader : AccessEvents.READERS.values()) {
      assertAnswerable(Payload.parse(() -> reader.read(Payload.ofOptional(arguments))));
    }
    for (PayloadReader<?> reader : ChatEvents.READERS.values()) {
      assertAnswerable(Payload.parse(() -> reader.read(Payload.ofOptional(arguments))));
    }
    for (PayloadReader<?> reader : GoalEvents.READERS.values()) {
      assertAnswerable(Payload.parse(() -> reader.read(Payload.ofOptional(arguments))));
    }
    for (PayloadReader<?> reader : StandupEvents.READERS.values()) {
      assertAnswerable(Payload.parse(() -> reader.read(Payload.ofOptional(arguments))));
    }
    assertAnswerable(Status.parse(arguments));
    assertAnswerable(LowerHand.parse(arguments));
    assertAnswerable(Typing.parse(arguments));
  }

  private static List<JsonNode> arguments(byte[] json) {
    try {
      return MAPPER.readTree(json).valueStream().toList();
    } catch (IOException malformed) { // never gets as far as to a room
      return List.of();
    }
  }

  private static ObjectNode written(JoinRequest request) {
    ObjectNode object =
        object()
            .put("roomId", request.roomId().value())
            .put("userId", request.userId().value())
            .put("status", request.status().text())
            .set("media", written(request.media()));
    if (request.protocol() != JoinRequest.PLAIN_PROTOCOL) {
      object.put("protocol", request.protocol());
    }
    if (request.name() != null) {
      object.put("name", request.name().value());
    }
    if (request.timeZone() != null) {
      object.put("timeZone", request.timeZone().getId());
    }
    return object;
  }

  private static ObjectNode written(MediaState state) {
    return object()
        .put("mic", state.mic())
        .put("camera", state.camera())
        .put("screen", state.screen())
        .put("hand", state.hand());
  }

  private static ObjectNode written(ReceiveVideo wish) {
    return object().put("userId", wish.userId().value()).put("on", wish.on());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// The answer that a client gets is short, whatever it sent.
  private static void assertAnswerable(Parsed<?> parsed) {
    if (parsed instanceof Parsed.Invalid<?>(Refusal refusal)) {
      JsonNode answer = RoomJson.refused(refusal);
      assertThat(answer.path("ok").booleanValue()).isFalse();
      assertThat(answer.path("code").asText()).isEqualTo(refusal.code().text());
      assertThat(answer.path("message").asText()).hasSizeBetween(1, MAX_MESSAGE_LENGTH);
      assertThat(answer.path("path").asText()).hasSizeLessThan(MAX_MESSAGE_LENGTH);
    }
  }

  static Stream<byte[]> arguments() {
    return Stream.of("join-forms.json", "payloads.json", "presence.json", "chat.json", "goals.json")
        .flatMap(Golden::cases)
        .map(example -> example.required("arguments").toString())
        .map(json -> json.getBytes(StandardCharsets.UTF_8));
  }
}
