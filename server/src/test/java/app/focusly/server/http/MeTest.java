package app.focusly.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.DataFiles;
import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept of somebody is told to them alone, and deleted for good when they want it.
class MeTest {
  private static final String SECRET = "Do-not-tell";
  private static final String NAME = "Bea-Who-Was-Here";

  @TempDir private Path folder;

  @Test
  void whatIsKeptIsTold() {
    try (TestServer server = start()) {
      HttpAnswer fresh = RawHttp.get(server, "/api/me");
      assertThat(fresh.json().toString()).endsWith(",\"name\":null,\"rooms\":0,\"messages\":0}");
      String cookie = cookie(fresh);
      RawHttp.ask(server, "POST", "/api/rooms", "", cookie);
      try (SocketIoClient bea = enter(server, "r", NAME, cookie)) {
        bea.call("chat-send", Map.of("text", "one"));
        bea.call("chat-send", Map.of("text", "two"));
      }

      JsonNode kept = RawHttp.get(server, "/api/me", cookie).json();
      assertThat(kept.get("memberId")).isEqualTo(fresh.json().get("memberId"));
      assertThat(kept.get("name").textValue()).isEqualTo(NAME);
      assertThat(kept.get("rooms").intValue()).isEqualTo(2);
      assertThat(kept.get("messages").intValue()).isEqualTo(2);
    }
  }

  @Test
  void whatIsDeletedIsInNoFileAndInNobodysMemory() {
    var files = new DataFiles(folder);
    try (TestServer server = start();
        SocketIoClient ann = enter(server, "r", "Ann-Who-Stays", newCookie(server))) {
      String cookie = newCookie(server);
      String id = RawHttp.get(server, "/api/me", cookie).json().get("memberId").textValue();
      try (SocketIoClient bea = enter(server, "r", NAME, cookie)) {
        bea.call("chat-send", Map.of("text", SECRET));
        JsonNode sent =
            ann.call("chat-send", Map.of("text", "of-another", "mentions", List.of(id)));
        bea.call("chat-react", Map.of("messageId", sent.path("seq"), "emoji", "👍", "on", true));
        HttpAnswer deleted = RawHttp.ask(server, "DELETE", "/api/me", "", cookie);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.header("Set-Cookie").orElseThrow())
            .startsWith("focusly_guest=;")
            .contains("Max-Age=0");
        assertThat(awaitCode(bea, "notice")).isEqualTo("forgotten");
      }
      awaitType(ann, "member-forgotten");
      JsonNode messages = ann.call("chat-history").path("messages");
      assertThat(messages.path(0).path("deleted").booleanValue()).isTrue();
      assertThat(messages.path(0).path("by").textValue()).isEqualTo("forgotten");
      assertThat(messages.path(1).path("text").textValue()).isEqualTo("of-another");
      assertThat(messages.path(1).path("mentions")).hasToString("[\"forgotten\"]");
      assertThat(messages.path(1).path("reactions")).hasToString("{\"👍\":[\"forgotten\"]}");
      assertThat(messages.toString()).doesNotContain(SECRET, NAME, id);
      assertThat(files.bodies().stream().filter(body -> body.contains(id)))
          .allSatisfy(body -> assertThat(body).contains("through")); // of member-forgotten alone
      assertThat(RawHttp.get(server, "/api/me", cookie).json().get("rooms").intValue()).isZero();
    }
    assertThat(files.bodies().toString()).doesNotContain(SECRET, NAME).contains("of-another");
    assertThat(files.holding(SECRET)).isEmpty();
    files.compact();
    assertThat(files.holding(SECRET)).isEmpty();
    assertThat(files.holding(NAME)).isEmpty();
    assertThat(files.holding("of-another")).isNotEmpty();
  }

  @Test
  void everyRoomIsGoneThroughAlsoThoseThatNobodyHasOpen() {
    try (TestServer server = start()) {
      String cookie = newCookie(server);
      for (int i = 0; i < 5; i++) {
        try (SocketIoClient bea = enter(server, "r" + i, NAME, cookie)) {
          bea.call("chat-send", Map.of("text", SECRET));
        }
      }
      assertThat(RawHttp.ask(server, "DELETE", "/api/me", "", cookie).status()).isEqualTo(204);
      assertThat(new DataFiles(folder).bodies().toString()).doesNotContain(SECRET, NAME);
    }
  }

  @Test
  void whoIsForgottenComesBackAsSomebodyNew() {
    try (TestServer server = start()) {
      String cookie = newCookie(server);
      try (SocketIoClient bea = SocketIoClient.connect(server, cookie)) {
        String before = member(bea.call("join-room", request("r", NAME)));
        RawHttp.ask(server, "DELETE", "/api/me", "", cookie);
        JsonNode again = bea.call("join-room", request("r", NAME));

        assertThat(member(again)).isNotEqualTo(before);
        assertThat(again.at("/you/role").textValue()).isEqualTo("guest");
      }
    }
  }

  @Test
  void anotherSitesPageCannotDelete() {
    try (TestServer server = start()) {
      String cookie = newCookie(server);
      try (SocketIoClient bea = enter(server, "r", NAME, cookie)) {
        bea.call("chat-send", Map.of("text", SECRET)); // so that her coming is stored as well
      }
      HttpAnswer answer =
          RawHttp.ask(server, "DELETE", "/api/me", "", cookie, "Origin: https://elsewhere.example");

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.json().get("code").textValue()).isEqualTo("foreign-origin");
      assertThat(RawHttp.get(server, "/api/me", cookie).json().get("rooms").intValue())
          .isEqualTo(1);
    }
  }

  @Test
  void nobodyInParticularHasNothingToDelete() {
    try (TestServer server = start()) {
      assertThat(RawHttp.ask(server, "DELETE", "/api/me", "").status()).isEqualTo(204);
    }
  }

  private TestServer start() {
    return TestServer.start(Map.of("FOCUSLY_DATA", folder.toString()));
  }

  private static SocketIoClient enter(TestServer server, String room, String name, String cookie) {
    SocketIoClient client = SocketIoClient.connect(server, cookie);
    JsonNode answer = client.call("join-room", request(room, name));
    assertThat(answer.path("ok").booleanValue()).as(answer.toString()).isTrue();
    return client;
  }

  private static Map<String, Object> request(String room, String name) {
    return Map.of("roomId", room, "userId", name, "protocol", 1, "name", name);
  }

  private static String member(JsonNode joined) {
    return joined.at("/you/memberId").textValue();
  }

  private static String awaitCode(SocketIoClient client, String event) {
    SocketIoClient.Event next = client.next();
    while (!next.name().equals(event)) {
      next = client.next();
    }
    return next.argument().path("code").textValue();
  }

  private static void awaitType(SocketIoClient client, String type) {
    SocketIoClient.Event next = client.next();
    while (!next.argument().path("type").asText().equals(type)) {
      next = client.next();
    }
  }

  private static String newCookie(TestServer server) {
    return cookie(RawHttp.get(server, "/api/me"));
  }

  private static String cookie(HttpAnswer answer) {
    String set = answer.header("Set-Cookie").orElseThrow();
    return "Cookie: " + set.substring(0, set.indexOf(';'));
  }
}
