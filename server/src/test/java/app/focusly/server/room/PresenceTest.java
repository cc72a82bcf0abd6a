package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PresenceTest {
  @AutoClose private static final TestServer SERVER = TestServer.start();

  private static final Map<String, Object> TYPING = Map.of("where", "chat", "on", true);

  private static JsonNode follow(SocketIoClient client, String room, String userId) {
    return client.call("join-room", Map.of("roomId", room, "userId", userId, "protocol", 1));
  }

  /// The next event of this name, passing over what the journal tells.
  private static JsonNode expect(SocketIoClient client, String name) {
    SocketIoClient.Event event = client.nextEvent();
    while (event.name().equals("room-event")) {
      event = client.nextEvent();
    }
    assertThat(event.name()).isEqualTo(name);
    return event.argument();
  }

  @Test
  void aStatusIsToldToEveryone() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER);
        SocketIoClient ben = SocketIoClient.connect(SERVER)) {
      ann.join("status", "a");
      ben.join("status", "b");
      ann.soFar();
      assertThat(ben.call("presence", Map.of("status", "focusing"))).hasToString("{\"ok\":true}");

      assertThat(ann.expect("member-updated").path("status").asText()).isEqualTo("focusing");
      assertThat(ben.expect("member-updated").path("status").asText()).isEqualTo("focusing");
      assertThat(ben.call("presence", Map.of("status", "asleep")).path("path").asText())
          .isEqualTo("status");
    }
  }

  @Test
  void typingReachesThoseWhoFollowTheRoomAndNobodyElse() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER);
        SocketIoClient ben = SocketIoClient.connect(SERVER);
        SocketIoClient plain = SocketIoClient.connect(SERVER)) {
      plain.join("typing", "p");
      String annId = follow(ann, "typing", "a").at("/you/memberId").asText();
      follow(ben, "typing", "b");
      expect(ann, "member-updated");
      expect(ann, "user-connected");
      plain.soFar();

      ann.emit("typing", TYPING);
      JsonNode heard = expect(ben, "typing");
      assertThat(heard.path("memberId").asText()).isEqualTo(annId);
      assertThat(heard.path("where").asText()).isEqualTo("chat");
      assertThat(heard.path("on").booleanValue()).isTrue();
      assertThat(plain.soFar()).isEmpty();
      assertThat(ann.soFar()).extracting(SocketIoClient.Event::name).doesNotContain("typing");
    }
  }

  @Test
  void aHandHasATimeAndIsNotLoweredByJustAnybody() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER);
        SocketIoClient ben = SocketIoClient.connect(SERVER)) {
      ann.join("hands", "a");
      String benId = ben.join("hands", "b").at("/you/memberId").asText();
      ann.soFar();
      ben.call("media-state", Map.of("mic", false, "camera", false, "screen", false, "hand", true));

      assertThat(ann.expect("member-updated").path("handRaisedAt").isNumber()).isTrue();
      assertThat(ben.expect("member-updated").path("handRaisedAt").isNumber()).isTrue();
      JsonNode refusal = ann.call("hand-lower", Map.of("memberId", benId));
      assertThat(refusal.path("code").asText()).isEqualTo("not-permitted");
    }
  }

  @Test
  void anOwnerLowersAHand() {
    try (Person ann = new Person(SERVER, "Ann");
        Person ben = new Person(SERVER, "Ben")) {
      String room = ann.make("{}").path("roomId").asText();
      ann.join(room);
      ben.join(room);
      ben.client()
          .call("media-state", Map.of("mic", true, "camera", false, "screen", false, "hand", true));
      assertThat(ben.await("member-updated").path("handRaisedAt").isNumber()).isTrue();

      assertThat(Person.code(ann.does("hand-lower", ben))).isEqualTo("ok");
      assertThat(ben.await("notice").path("code").asText()).isEqualTo("hand-lowered");
      JsonNode lowered = ben.await("member-updated");
      assertThat(lowered.path("handRaisedAt").isNull()).isTrue();
      assertThat(lowered.at("/connections/0/media/hand").booleanValue()).isFalse();
      assertThat(lowered.at("/connections/0/media/mic").booleanValue()).isTrue();
      assertThat(Person.code(ben.does("hand-lower", ann))).isEqualTo("not-permitted");
    }
  }

  @Test
  void whoMayNotWriteInTheChatIsNotSeenTypingThere() {
    try (Person ann = new Person(SERVER, "Ann");
        Person ben = new Person(SERVER, "Ben")) {
      String room = ann.make("{}").path("roomId").asText();
      ann.join(room);
      ben.join(room);
      ann.client().call("room-configure", Map.of("chat", "owner"));

      assertThat(ben.client().call("typing", TYPING)).hasToString("{\"ok\":true}");
      ben.client().call("typing", Map.of("where", "task", "id", "12", "on", true));
      assertThat(ann.await("typing").path("where").asText()).isEqualTo("task");

      assertThat(ann.client().call("typing", TYPING)).hasToString("{\"ok\":true}");
      assertThat(ben.await("typing").path("where").asText()).isEqualTo("chat");
    }
  }
}
