package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What members send who mean harm, or whose client is broken: each gets an answer that says what
/// was wrong, and nobody else notices. What is read and what is refused is in the examples of
/// `protocol/room`.
class HostileCommandsTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String FOX = "🦊";

  @AutoClose
  private static final TestServer SERVER = TestServer.start(Map.of("FOCUSLY_MESSAGES", "off"));

  /// The examples of a file: an event and its arguments.
  private static Stream<JsonNode> examples(String file) throws IOException {
    return MAPPER
        .readTree(Path.of("../protocol/room", file).toFile())
        .required("cases")
        .valueStream();
  }

  private static JsonNode send(SocketIoClient client, JsonNode example) {
    return client.call(
        example.required("event").textValue(),
        example.required("arguments").valueStream().toArray());
  }

  private static SocketIoClient enter(String room, String name, Map<String, ?> more) {
    SocketIoClient client = SocketIoClient.connect(SERVER);
    assertThat(code(join(client, room, name, more))).isEqualTo("ok");
    return client;
  }

  private static SocketIoClient enter(String room, String name) {
    return enter(room, name, Map.of());
  }

  private static JsonNode join(
      SocketIoClient client, String room, String userId, Map<String, ?> more) {
    var payload = new HashMap<String, Object>(more);
    payload.putAll(Map.of("roomId", room, "userId", userId, "protocol", 1));
    return client.call("join-room", payload);
  }

  private static String code(JsonNode answer) {
    return answer.path("code").asText("ok");
  }

  private static String refusal(JsonNode answer) {
    return code(answer) + " at " + answer.path("path").asText("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"chat.json", "timer.json", "goals.json", "presence.json", "payloads.json"})
  void whatCannotBeReadIsRefusedWithItsFieldAndNobodyHears(String file) throws IOException {
    String room = "refused-" + file.replace('.', '-');
    List<JsonNode> refused =
        examples(file)
            .filter(each -> each.has("refused"))
            .filter(each -> StandardCharsets.UTF_8.newEncoder().canEncode(each.toString()))
            .toList();
    assertThat(refused).isNotEmpty();
    try (SocketIoClient ann = enter(room, "a");
        SocketIoClient ben = enter(room, "b")) {
      ann.call("chat-send", Map.of("text", "Everyone's coming is written down before this"));
      ann.soFar();
      ben.soFar();
      for (JsonNode each : refused) {
        assertThat(refusal(send(ann, each)))
            .as(each.path("name").asText())
            .isEqualTo(refusal(each.get("refused")));
      }
      assertThat(ann.soFar()).isEmpty();
      assertThat(ben.soFar()).isEmpty();
      assertThat(code(ann.call("chat-send", Map.of("text", "Still here")))).isEqualTo("ok");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"chat.json", "timer.json", "goals.json", "presence.json", "payloads.json"})
  void whatCanBeReadIsRefusedOutsideARoom(String file) throws IOException {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER)) {
      for (JsonNode each : examples(file).filter(each -> each.has("reads")).toList()) {
        assertThat(code(send(ann, each))).as(each.path("name").asText()).isEqualTo("not-joined");
      }
    }
  }

  /// UTF-8 has no half of a character, but JSON can tell of one.
  @Test
  void halfOfACharacterIsNoText() {
    try (SocketIoClient ann = enter("half", "a")) {
      ann.webSocket().send("427[\"chat-send\",{\"text\":\"\\ud83e\"}]");
      assertThat(refusal(ann.answer(7))).isEqualTo("invalid-payload at text");
    }
  }

  /// An id that was used in one room says nothing in another, and whoever learns of it there gets
  /// nothing by it.
  @Test
  void aCommandIdIsOfItsRoom() {
    var command = Map.of("text", "Hi", "commandId", "00000000-0000-4000-8000-000000000001");
    try (SocketIoClient ann = enter("ids-a", "a");
        SocketIoClient ben = enter("ids-b", "b")) {
      assertThat(ann.call("chat-send", command).has("repeat")).isFalse();
      assertThat(ben.call("chat-send", command).has("repeat")).isFalse();
      assertThat(ben.call("chat-history").path("messages")).hasSize(1);
    }
  }

  @Test
  void aMessageMayHave4000SignsAndMention20Members() {
    try (SocketIoClient ann = enter("long", "a")) {
      String longest = FOX.repeat(4_000);
      assertThat(code(ann.call("chat-send", Map.of("text", longest)))).isEqualTo("ok");
      assertThat(refusal(ann.call("chat-send", Map.of("text", longest + FOX))))
          .isEqualTo("message-too-long at text");
      List<String> members = IntStream.range(0, 20).mapToObj(i -> "member" + i).toList();
      assertThat(code(ann.call("chat-send", Map.of("text", "x", "mentions", members))))
          .isEqualTo("ok");
      var tooMany = new ArrayList<>(members);
      tooMany.add("one more");
      assertThat(refusal(ann.call("chat-send", Map.of("text", "x", "mentions", tooMany))))
          .isEqualTo("invalid-payload at mentions");
      JsonNode messages = ann.call("chat-history").required("messages");
      assertThat(messages).hasSize(2);
      assertThat(messages.path(0).path("text").textValue()).isEqualTo(longest);
      assertThat(messages.path(1).path("mentions")).hasSize(20);
    }
  }

  @Test
  void aMessageMayHave20KindsOfReactions() {
    try (SocketIoClient ann = enter("reactions", "a")) {
      long id = ann.call("chat-send", Map.of("text", "x")).required("seq").longValue();
      for (int i = 0; i < 20; i++) {
        assertThat(code(react(ann, id, i))).isEqualTo("ok");
      }
      assertThat(refusal(react(ann, id, 20))).isEqualTo("too-many-reactions at emoji");
      JsonNode message = ann.call("chat-history").required("messages").path(0);
      assertThat(message.path("reactions")).hasSize(20);
    }
  }

  private static JsonNode react(SocketIoClient client, long messageId, int which) {
    String emoji = Character.toString(0x1F600 + which);
    return client.call("chat-react", Map.of("messageId", messageId, "emoji", emoji, "on", true));
  }

  @Test
  void aTimerMayHave20Presets() {
    try (SocketIoClient ann = enter("presets", "a")) {
      for (int i = 0; i < 20; i++) {
        assertThat(code(save(ann, "preset " + i))).isEqualTo("ok");
      }
      assertThat(code(save(ann, "one more"))).isEqualTo("too-many-presets");
      assertThat(code(save(ann, "preset 7"))).isEqualTo("ok");
      assertThat(code(save(ann, FOX.repeat(40)))).isEqualTo("too-many-presets");
      assertThat(refusal(save(ann, FOX.repeat(41)))).isEqualTo("invalid-payload at name");
    }
  }

  private static JsonNode save(SocketIoClient client, String name) {
    return client.call(
        "preset-save",
        Map.of("name", name, "focus", 50, "shortBreak", 10, "longBreak", 30, "rounds", 4));
  }

  @Test
  void aNameMayHave64Signs() {
    String longest = FOX.repeat(64);
    try (SocketIoClient ann = enter("names", "a", Map.of("name", longest));
        SocketIoClient ben = SocketIoClient.connect(SERVER)) {
      assertThat(refusal(join(ben, "names", "b", Map.of("name", longest + FOX))))
          .isEqualTo("name-too-long at name");
      JsonNode state = join(ann, "names", "a", Map.of());
      assertThat(state.at("/members/0/name").textValue()).isEqualTo(longest);
      assertThat(state.required("members")).hasSize(1);
    }
  }

  @Test
  void aMemberMayHave5Connections() {
    String set = RawHttp.get(SERVER, "/api/me").header("Set-Cookie").orElseThrow();
    String cookie = "Cookie: " + set.substring(0, set.indexOf(';'));
    var tabs = new ArrayList<SocketIoClient>();
    try {
      for (int i = 0; i < 6; i++) {
        tabs.add(SocketIoClient.connect(SERVER, cookie));
        assertThat(code(join(tabs.getLast(), "tabs", "tab" + i, Map.of())))
            .isEqualTo(i < 5 ? "ok" : "too-many-connections");
      }
    } finally {
      tabs.forEach(SocketIoClient::close);
    }
  }

  @Test
  void aRoomMayHave100Members() {
    var members = new ArrayList<SocketIoClient>();
    try {
      for (int i = 0; i < 101; i++) {
        members.add(SocketIoClient.connect(SERVER));
        assertThat(code(join(members.getLast(), "crowd", "u" + i, Map.of())))
            .isEqualTo(i < 100 ? "ok" : "room-full");
      }
      JsonNode last = join(members.get(99), "crowd", "u99", Map.of());
      assertThat(last.required("members")).hasSize(100);
    } finally {
      members.forEach(SocketIoClient::close);
    }
  }
}
