package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomCommandsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123Z");
  private static final Map<String, Boolean> HAND_UP =
      Map.of("mic", false, "camera", false, "screen", false, "hand", true);
  private static final Map<String, Boolean> SHARING =
      Map.of("mic", false, "camera", false, "screen", true, "hand", false);

  @AutoClose
  private static final TestServer SERVER =
      TestServer.start(Map.of("FOCUSLY_VIDEO_PUBLISHERS", "1"), InstantSource.fixed(NOW));

  private static String code(JsonNode answer) {
    assertThat(answer.path("ok").booleanValue()).isFalse();
    return answer.get("code").textValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"media-a", "media-b"})
  void mediaThatChangeAreToldToTheOthers(String room) {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER);
        SocketIoClient bea = SocketIoClient.connect(SERVER)) {
      ann.join(room, "a");
      bea.join(room, "b");
      ann.soFar();
      assertThat(bea.call("media-state", SHARING).toString()).isEqualTo("{\"ok\":true}");
      assertThat(ann.expect("member-updated").at("/connections/0/media/screen").booleanValue())
          .isTrue();
      assertThat(bea.soFar()).isEmpty();
      bea.call("media-state", SHARING);
      assertThat(ann.soFar()).as("no news").isEmpty();
    }
  }

  @Test
  void mediaNeedARoomAndAllFourFlags() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER)) {
      assertThat(code(ann.call("media-state", HAND_UP))).isEqualTo("not-joined");
      ann.join("flags", "a");
      JsonNode refusal = ann.call("media-state", Map.of("mic", true));
      assertThat(code(refusal)).isEqualTo("invalid-payload");
      assertThat(refusal.get("path").textValue()).isEqualTo("camera");
      assertThat(code(ann.call("media-state", "loud"))).isEqualTo("invalid-payload");
      assertThat(code(ann.call("media-state"))).isEqualTo("invalid-payload");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"video-a", "video-b"})
  void aWishForVideoGoesToThatUserAlone(String room) {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER);
        SocketIoClient bea = SocketIoClient.connect(SERVER);
        SocketIoClient cem = SocketIoClient.connect(SERVER)) {
      ann.join(room, "a");
      bea.join(room, "b");
      cem.join(room, "c");
      ann.soFar();
      bea.soFar();
      assertThat(ann.call("receive-video", Map.of("userId", "b", "on", true)).toString())
          .isEqualTo("{\"ok\":true}");
      assertThat(bea.expect("receive-video").toString())
          .isEqualTo("{\"userId\":\"a\",\"on\":true}");
      assertThat(cem.soFar()).isEmpty();
      assertThat(code(ann.call("receive-video", Map.of("userId", "a", "on", true))))
          .isEqualTo("unknown-user");
      assertThat(code(ann.call("receive-video", Map.of("userId", "z", "on", true))))
          .isEqualTo("unknown-user");
      assertThat(code(ann.call("receive-video", Map.of("userId", "b"))))
          .isEqualTo("invalid-payload");
    }
  }

  @Test
  void aListenerMovesUpWhenThePublisherGoes() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER);
        SocketIoClient bea = SocketIoClient.connect(SERVER)) {
      ann.join("stage", "a");
      JsonNode joined = bea.join("stage", "b");
      assertThat(joined.at("/members/1/connections/0/publisher").booleanValue()).isFalse();
      ann.call("leave-room");
      assertThat(bea.expect("user-disconnected").textValue()).isEqualTo("a");
      assertThat(bea.expect("member-updated").at("/connections/0/publisher").booleanValue())
          .isTrue();
    }
  }

  @Test
  void theClockAnswersInARoomAndOutside() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER)) {
      String answer = "{\"ok\":true,\"serverTime\":" + NOW.toEpochMilli() + "}";
      assertThat(ann.call("clock").toString()).isEqualTo(answer);
      ann.join("clock", "a");
      assertThat(ann.call("clock").toString()).isEqualTo(answer);
    }
  }

  @Test
  void anUnknownEventIsRefusedByItsAnswer() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER)) {
      assertThat(code(ann.call("make-coffee", "black"))).isEqualTo("unknown-event");
      assertThat(ann.soFar()).isEmpty();
    }
  }

  /// Such events used to be dropped without a word.
  @Test
  void anUnknownEventWithoutAnAnswerIsRefusedByANotice() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER)) {
      ann.emit("make-coffee", "black");
      assertThat(ann.expect("notice").get("code").textValue()).isEqualTo("unknown-event");
    }
  }

  @Test
  void whatNeedsARoomIsRefusedOutsideByNoticeToo() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER)) {
      ann.emit("leave-room");
      assertThat(ann.expect("notice").get("code").textValue()).isEqualTo("not-joined");
      ann.emit("media-state", HAND_UP);
      assertThat(ann.expect("notice").get("code").textValue()).isEqualTo("not-joined");
      ann.emit("receive-video", Map.of("userId", "b", "on", true));
      assertThat(ann.expect("notice").get("code").textValue()).isEqualTo("not-joined");
      assertThat(code(ann.call("leave-room"))).isEqualTo("not-joined");
    }
  }
}
