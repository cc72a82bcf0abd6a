package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who hears what when people come and go. Rooms of two ids belong to two event loops, where there
/// are two; so do clients that connect one after the other.
class JoinRulesTest {
  @AutoClose private static final TestServer SERVER = TestServer.start();

  private static int members(String room) {
    return RawHttp.get(SERVER, "/api/rooms/" + room).json().get("members").intValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"come-a", "come-b"})
  void theOthersHearOfAJoinAndOfALeave(String room) {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER);
        SocketIoClient bea = SocketIoClient.connect(SERVER)) {
      ann.join(room, "a");
      bea.join(room, "b");
      assertThat(ann.expect("member-updated").at("/connections/0/userId").textValue())
          .isEqualTo("b");
      assertThat(ann.expect("user-connected").textValue()).isEqualTo("b");
      assertThat(members(room)).isEqualTo(2);
      assertThat(bea.call("leave-room").toString()).isEqualTo("{\"ok\":true}");
      assertThat(ann.expect("user-disconnected").textValue()).isEqualTo("b");
      assertThat(ann.soFar()).isEmpty();
      assertThat(bea.soFar()).isEmpty();
      assertThat(members(room)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-a", "cut-b"})
  void aConnectionThatBreaksLeaves(String room) {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER)) {
      ann.join(room, "a");
      SocketIoClient bea = SocketIoClient.connect(SERVER);
      bea.join(room, "b");
      ann.expect("member-updated");
      ann.expect("user-connected");
      bea.webSocket().connection().reset();
      assertThat(ann.expect("user-disconnected").textValue()).isEqualTo("b");
    }
  }

  @Test
  void aSecondJoinOfTheSameRoomIsAnsweredAndNothingElse() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER);
        SocketIoClient bea = SocketIoClient.connect(SERVER)) {
      ann.join("twice", "a");
      JsonNode first = bea.join("twice", "b");
      assertThat(ann.soFar()).hasSize(2);
      JsonNode again = bea.join("twice", "b");
      assertThat(again.get("members")).isEqualTo(first.get("members"));
      assertThat(ann.soFar()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"other-a", "other-b"})
  void aJoinOfAnotherRoomLeavesTheFirst(String other) {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER);
        SocketIoClient bea = SocketIoClient.connect(SERVER)) {
      ann.join("first", "a");
      bea.join("first", "b");
      ann.expect("member-updated");
      ann.expect("user-connected");
      bea.join(other, "b");
      assertThat(ann.expect("user-disconnected").textValue()).isEqualTo("b");
      assertThat(members(other)).isEqualTo(1);
      ann.call("media-state", Map.of("mic", false, "camera", false, "screen", false, "hand", true));
      assertThat(bea.soFar()).isEmpty();
    }
  }

  @Test
  void aJoinWithAnotherUserIdLeavesFirst() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER);
        SocketIoClient bea = SocketIoClient.connect(SERVER)) {
      ann.join("renamed", "a");
      bea.join("renamed", "b1");
      assertThat(ann.soFar()).hasSize(2);
      bea.join("renamed", "b2");
      assertThat(ann.expect("user-disconnected").textValue()).isEqualTo("b1");
      ann.expect("member-updated");
      assertThat(ann.expect("user-connected").textValue()).isEqualTo("b2");
      ann.call("leave-room");
      assertThat(bea.expect("user-disconnected").textValue()).isEqualTo("a");
    }
  }

  @Test
  void aReloadIsConnectedAgainAndTheLateEndOfTheOldSocketIsNotHeard() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER);
        SocketIoClient old = SocketIoClient.connect(SERVER);
        SocketIoClient reloaded = SocketIoClient.connect(SERVER)) {
      ann.join("reload", "a");
      old.join("reload", "b");
      assertThat(ann.soFar()).hasSize(2);
      reloaded.join("reload", "b");
      ann.expect("member-updated");
      ann.expect("member-updated");
      assertThat(ann.expect("user-connected").textValue()).isEqualTo("b");
      old.leave();
      JsonNode gone = ann.expect("member-updated");
      assertThat(gone.get("connections").isEmpty()).isTrue();
      assertThat(ann.soFar()).isEmpty();
      reloaded.leave();
      assertThat(ann.expect("user-disconnected").textValue()).isEqualTo("b");
    }
  }

  @Test
  void joinsOneOnTheOtherWithoutWaitingEndInTheLastRoomAlone() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER)) {
      int first = ann.ask("join-room", "chain-a", "a");
      int second = ann.ask("join-room", "chain-b", "a");
      int third = ann.ask("join-room", "chain-a", "a");
      int last = ann.ask("join-room", "chain-b", "a");
      for (int asked : new int[] {first, second, third, last}) {
        assertThat(answers(ann).get("ok").booleanValue()).as("answer %s", asked).isTrue();
      }
      ann.soFar();
      assertThat(members("chain-a")).isZero();
      assertThat(members("chain-b")).isEqualTo(1);
    }
  }

  /// The rooms answer on loops of their own: in any order.
  private static JsonNode answers(SocketIoClient client) {
    String text = client.webSocket().text();
    assertThat(text).startsWith("43");
    return read(text.substring(text.indexOf('['))).get(0);
  }

  private static JsonNode read(String json) {
    try {
      return new JsonMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  @Test
  void aConnectionThatEndsWithItsJoinUnderWayLeavesNobodyBehind() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER)) {
      ann.join("ghost-a", "a");
      for (int i = 0; i < 20; i++) {
        SocketIoClient bea = SocketIoClient.connect(SERVER);
        bea.ask("join-room", "ghost-b", "b");
        bea.ask("join-room", "ghost-a", "b");
        bea.leave();
      }
      ann.soFar();
      SocketIoClient last = SocketIoClient.connect(SERVER);
      last.join("ghost-a", "last");
      assertThat(last.call("join-room", "ghost-a", "last").get("members")).hasSize(2);
      last.close();
    }
  }
}
