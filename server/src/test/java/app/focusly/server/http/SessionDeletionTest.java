package app.focusly.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import app.focusly.server.testing.DataFiles;
import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An owner deletes a session for good: it is in no list, no table and no file any more.
class SessionDeletionTest {
  private static final String NAME = "Bea-Who-Was-Here";
  private static final String WORDS = "Words-That-Are-To-Go";
  private static final Instant MORNING = Instant.parse("2026-01-01T09:00:00Z");

  @TempDir private Path folder;

  @Test
  void nothingOfASessionIsLeftAnywhere() {
    String owner;
    String bea;
    String room;
    try (TestServer server = start(Duration.ZERO)) {
      owner = newCookie(server);
      bea = newCookie(server);
      String made = "{\"template\":\"co-working\",\"name\":\"Maths\"}";
      room = RawHttp.ask(server, "POST", "/api/rooms", made, owner).json().path("roomId").asText();
      visit(server, room, bea);
      String running = session(server, room, bea);
      HttpAnswer early = delete(server, running, owner);
      assertThat(early.status()).isEqualTo(409);
      assertThat(early.json().path("code").asText()).isEqualTo("session-running");
    }
    var files = new DataFiles(folder);
    assertThat(files.holding(WORDS)).isNotEmpty();

    try (TestServer server = start(Duration.ofHours(1))) {
      awaitNotes(server, session(server, room, bea), bea); // nobody is in the room
      visit(server, room, bea);
      JsonNode sessions = sessions(server, room, bea);
      assertThat(sessions).hasSize(2);
      String old = sessions.at("/1/sessionId").textValue();
      removeNote(server, room, bea);
      JsonNode record = RawHttp.get(server, "/api/sessions/" + old, bea).json();
      assertThat(record.path("mayDelete").booleanValue()).isFalse();
      assertThat(record.path("endedAt").isNumber()).isTrue();
      assertThat(delete(server, old, newCookie(server)).status()).isEqualTo(404);
      assertThat(delete(server, old, bea).status()).isEqualTo(403);
      HttpAnswer foreign =
          RawHttp.ask(
              server, "DELETE", "/api/sessions/" + old, "", owner, "Origin: https://else.example");
      assertThat(foreign.status()).isEqualTo(403);

      assertThat(RawHttp.get(server, "/api/sessions/" + old, owner).json().path("mayDelete"))
          .hasToString("true");
      assertThat(delete(server, old, owner).status()).isEqualTo(204);
      assertThat(delete(server, old, owner).status()).isEqualTo(404);
      assertThat(sessions(server, room, bea)).hasSize(1);
      assertThat(RawHttp.get(server, "/api/me/rooms", bea).json().at("/rooms/0/sessions").asInt())
          .isEqualTo(1);
      String rest = session(server, room, owner);
      assertThat(RawHttp.get(server, "/api/sessions/" + rest, owner).text())
          .contains("said at 2026-01-01T10:00");
    }
    files.compact();
    assertThat(files.holding(WORDS + " said at 2026-01-01T09:00")).isEmpty();
    assertThat(files.holding(WORDS + " said at 2026-01-01T10:00")).isNotEmpty();
  }

  private void visit(TestServer server, String room, String cookie) {
    try (SocketIoClient bea = SocketIoClient.connect(server, cookie)) {
      bea.call(
          "join-room",
          Map.of("roomId", room, "userId", "b", "protocol", 1, "name", NAME, "timeZone", "UTC"));
      bea.call("chat-send", Map.of("text", WORDS + " said at " + now));
      if (now.equals(MORNING)) {
        bea.call("note-add", Map.of("title", WORDS + " said at " + now));
      }
      bea.call("goal-set", Map.of("text", WORDS + " said at " + now));
    }
  }

  /// They are put on the record soon after the session's end.
  private static void awaitNotes(TestServer server, String session, String cookie) {
    for (int tries = 0; tries < 100; tries++) {
      JsonNode record = RawHttp.get(server, "/api/sessions/" + session, cookie).json();
      if (record.at("/notes/0/title").asText().equals(WORDS + " said at " + MORNING)) {
        return;
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    fail("no notes on the record");
  }

  private static void removeNote(TestServer server, String room, String cookie) {
    try (SocketIoClient bea = SocketIoClient.connect(server, cookie)) {
      JsonNode joined = bea.call("join-room", Map.of("roomId", room, "userId", "c", "protocol", 1));
      long note = joined.at("/notes/notes/0/noteId").longValue();
      assertThat(bea.call("note-remove", Map.of("noteId", note)).path("ok").booleanValue())
          .isTrue();
    }
  }

  private static HttpAnswer delete(TestServer server, String session, String cookie) {
    return RawHttp.ask(server, "DELETE", "/api/sessions/" + session, "", cookie);
  }

  private static String session(TestServer server, String room, String cookie) {
    return sessions(server, room, cookie).at("/0/sessionId").textValue();
  }

  private static JsonNode sessions(TestServer server, String room, String cookie) {
    return RawHttp.get(server, "/api/rooms/" + room + "/sessions", cookie).json().get("sessions");
  }

  private static String newCookie(TestServer server) {
    String header = RawHttp.get(server, "/api/me").header("Set-Cookie").orElseThrow();
    return "Cookie: " + header.substring(0, header.indexOf(';'));
  }

  private Instant now = MORNING;

  private TestServer start(Duration later) {
    now = MORNING.plus(later);
    return TestServer.start(Map.of("FOCUSLY_DATA", folder.toString()), InstantSource.fixed(now));
  }
}
