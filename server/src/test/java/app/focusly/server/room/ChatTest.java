package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// The chat over the wire.
class ChatTest {
  private static final int MESSAGES = 250;

  @AutoClose
  private static final TestServer SERVER =
      TestServer.start(Map.of("FOCUSLY_CHAT_MESSAGE", "100", "FOCUSLY_CHAT_REACTIONS", "1"));

  @Test
  void whatIsSentIsToldToAllWithoutGaps() {
    try (SocketIoClient ann = enter("told", "Ann", "a");
        SocketIoClient ben = enter("told", "Ben", "b")) {
      JsonNode answer = ann.call("chat-send", Map.of("text", "Hello"));
      long seq = answer.required("seq").longValue();
      assertThat(answer).hasToString("{\"ok\":true,\"seq\":%d}".formatted(seq));

      JsonNode event = chatEvent(ben);
      assertThat(event.required("seq").longValue()).isEqualTo(seq);
      assertThat(event.required("type").textValue()).isEqualTo("chat-sent");
      assertThat(event.required("name").textValue()).isEqualTo("Ann");
      assertThat(event.required("text").textValue()).isEqualTo("Hello");
      assertThat(chatEvent(ann)).isEqualTo(event);

      ben.call("chat-react", Map.of("messageId", seq, "emoji", "👍", "on", true));
      JsonNode reacted = chatEvent(ann);
      assertThat(reacted.required("seq").longValue()).isEqualTo(seq + 1);
      assertThat(reacted.required("reactions").path("👍")).hasSize(1);
    }
  }

  @Test
  void aPlainClientHearsNoRoomEvents() {
    try (SocketIoClient ann = enter("plain", "Ann", "a");
        SocketIoClient plain = SocketIoClient.connect(SERVER)) {
      plain.join("plain", "p");
      plain.soFar();
      ann.call("chat-send", Map.of("text", "Hello"));

      assertThat(plain.soFar()).isEmpty();
      assertThat(plain.call("chat-send", Map.of("text", "Hi")).path("ok").booleanValue()).isTrue();
    }
  }

  @Test
  void aRepeatedCommandIsAnsweredOnceMore() {
    try (SocketIoClient ann = enter("again", "Ann", "a")) {
      var command = Map.of("text", "once", "commandId", "00000000-0000-4000-8000-000000000001");
      JsonNode first = ann.call("chat-send", command);
      JsonNode second = ann.call("chat-send", command);

      assertThat(second.required("seq")).isEqualTo(first.required("seq"));
      assertThat(second.path("repeat").booleanValue()).isTrue();
      assertThat(ann.call("chat-history").path("messages")).hasSize(1);
    }
  }

  @Test
  void refusalsNameTheField() {
    try (SocketIoClient ann = enter("refusals", "Ann", "a");
        SocketIoClient ben = enter("refusals", "Ben", "b")) {
      long id = send(ann, "Hello");

      assertRefused(ann, "chat-send", Map.of("text", " "), "invalid-payload", "text");
      assertRefused(ann, "chat-send", Map.of("text", "x".repeat(101)), "message-too-long", "text");
      assertRefused(
          ann, "chat-send", Map.of("text", "x", "replyTo", 99), "unknown-message", "replyTo");
      assertRefused(
          ben, "chat-edit", Map.of("messageId", id, "text", "x"), "not-your-message", "messageId");
      assertRefused(ben, "chat-delete", Map.of("messageId", id), "not-your-message", "messageId");
      assertRefused(ben, "chat-react", reaction(id, "no"), "invalid-emoji", "emoji");
      ben.call("chat-react", reaction(id, "👍"));
      assertRefused(ann, "chat-react", reaction(id, "👍"), "too-many-reactions", "emoji");
      assertRefused(ann, "chat-history", Map.of("limit", 101), "invalid-payload", "limit");
      assertRefused(ann, "chat-read", Map.of(), "invalid-payload", "seq");
    }
  }

  @Test
  void aPageOfThePastIsAsItIsNow() {
    try (SocketIoClient ann = enter("past", "Ann", "a")) {
      var ids = new ArrayList<Long>();
      for (int i = 0; i < MESSAGES; i++) {
        ids.add(send(ann, "n" + i));
      }
      ann.call("chat-edit", Map.of("messageId", ids.get(0), "text", "edited"));
      ann.call("chat-delete", Map.of("messageId", ids.get(1)));
      ann.call("chat-react", reaction(ids.get(2), "👍"));

      var seen = new ArrayList<String>();
      long before = Long.MAX_VALUE;
      JsonNode page;
      do {
        page = ann.call("chat-history", Map.of("before", before, "limit", 100));
        List<String> texts =
            page.path("messages").valueStream().map(each -> each.path("text").textValue()).toList();
        seen.addAll(0, texts);
        before = page.path("messages").path(0).path("messageId").longValue();
      } while (page.path("more").booleanValue());

      assertThat(seen).hasSize(MESSAGES).startsWith("edited", "", "n2", "n3").endsWith("n249");
      assertThat(page.path("messages").path(2).path("reactions").path("👍")).hasSize(1);
      assertThat(page.path("messages").path(1).path("deleted").booleanValue()).isTrue();
    }
  }

  @Test
  void nobodyOutsideReadsOrWrites() {
    try (SocketIoClient ann = enter("inside", "Ann", "a");
        SocketIoClient ben = enter("elsewhere", "Ben", "b");
        SocketIoClient nobody = SocketIoClient.connect(SERVER)) {
      long id = send(ann, "Hello");

      assertThat(ben.call("chat-history").path("messages")).isEmpty();
      assertRefused(ben, "chat-react", reaction(id, "👍"), "unknown-message", "messageId");
      assertThat(ben.soFar())
          .noneMatch(event -> event.argument().path("type").asText().startsWith("chat-"));
      for (String event : List.of("chat-send", "chat-history", "chat-read")) {
        JsonNode refused = nobody.call(event, Map.of("text", "Hi", "seq", 1));
        assertThat(refused.path("code").textValue()).isEqualTo("not-joined");
      }
    }
  }

  @Test
  void aJoinIsAnsweredWithTheLastMessagesAndHowFarTheMemberHasRead() {
    String cookie = cookie();
    try (SocketIoClient tab = enter("read", "Ann", "a", cookie);
        SocketIoClient other = enter("read", "Ann", "b", cookie);
        SocketIoClient ben = enter("read", "Ben", "c")) {
      long id = send(ben, "Hello");
      tab.soFar();
      other.soFar();
      ben.soFar();

      assertThat(tab.call("chat-read", Map.of("seq", id))).hasToString("{\"ok\":true}");
      assertThat(other.expect("chat-read")).hasToString("{\"seq\":%d}".formatted(id));
      tab.call("chat-read", Map.of("seq", id - 1));
      assertThat(tab.soFar()).isEmpty();
      assertThat(other.soFar()).isEmpty();
      assertThat(ben.soFar()).isEmpty();

      assertThat(chat(tab, "a").path("read").longValue()).isEqualTo(id);
      assertThat(chat(tab, "a").path("messages").path(0).path("text").textValue())
          .isEqualTo("Hello");
      assertThat(chat(ben, "c").path("read").longValue()).isZero();
    }
  }

  private static JsonNode chat(SocketIoClient client, String userId) {
    return client.call("join-room", join("read", "Any", userId)).required("chat");
  }

  private static SocketIoClient enter(String room, String name, String userId, String... headers) {
    SocketIoClient client = SocketIoClient.connect(SERVER, headers);
    JsonNode answer = client.call("join-room", join(room, name, userId));
    assertThat(answer.path("ok").booleanValue()).isTrue();
    assertThat(answer.required("limits").path("chatMessage").intValue()).isEqualTo(100);
    return client;
  }

  private static Map<String, Object> join(String room, String name, String userId) {
    return Map.of("roomId", room, "userId", userId, "protocol", 1, "name", name);
  }

  /// The next room event of the chat; who comes and goes is told in between.
  private static JsonNode chatEvent(SocketIoClient client) {
    while (true) {
      SocketIoClient.Event event = client.next();
      if (event.argument().path("type").asText().startsWith("chat-")) {
        return event.argument();
      }
    }
  }

  private static long send(SocketIoClient client, String text) {
    return client.call("chat-send", Map.of("text", text)).required("seq").longValue();
  }

  private static Map<String, Object> reaction(long messageId, String emoji) {
    return Map.of("messageId", messageId, "emoji", emoji, "on", true);
  }

  private static void assertRefused(
      SocketIoClient client, String event, Map<String, Object> payload, String code, String path) {
    JsonNode refused = client.call(event, payload);
    assertThat(refused.path("code").textValue()).isEqualTo(code);
    assertThat(refused.path("path").textValue()).isEqualTo(path);
  }

  private static String cookie() {
    String set = RawHttp.get(SERVER, "/api/me").header("Set-Cookie").orElseThrow();
    return "Cookie: " + set.substring(0, set.indexOf(';'));
  }
}
