package app.focusly.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.DataFiles;
import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sessions are told to who took part and to the room's owners; nobody else learns of them.
class SessionsTest {
  private static final String NAME = "Bea-Who-Was-Here";

  @TempDir private Path folder;

  @Test
  void whoTookPartReadsTheRecordAndNobodyElseDoes() {
    try (TestServer server = start()) {
      String owner = newCookie(server);
      String bea = newCookie(server);
      String stranger = newCookie(server);
      String room = newRoom(server, owner);
      visit(server, room, bea);

      JsonNode sessions = sessions(server, room, bea);
      assertThat(sessions).hasSize(1);
      JsonNode session = sessions.get(0);
      assertThat(session.at("/members/0/name").textValue()).isEqualTo(NAME);
      String id = session.get("sessionId").textValue();
      assertThat(id).startsWith(room + ".");
      assertThat(sessions(server, room, owner)).isEqualTo(sessions);
      assertThat(sessions(server, room, stranger)).isEmpty();

      String path = "/api/sessions/" + id;
      JsonNode record = RawHttp.get(server, path, bea).json();
      assertThat(record.at("/roomName").textValue()).isEqualTo("Maths");
      assertThat(record.at("/template").textValue()).isEqualTo("co-working");
      assertThat(record.at("/members/0/name").textValue()).isEqualTo(NAME);
      assertThat(record.at("/chat/messages/0/text").textValue()).isEqualTo("=1+1");
      assertThat(record.at("/phases/0/phase").textValue()).isEqualTo("focus");
      assertThat(record.at("/phases/0/completed").booleanValue()).isFalse();
      ObjectNode owners = (ObjectNode) RawHttp.get(server, path, owner).json();
      assertThat(owners.put("mayDelete", false)).isEqualTo(record);
      for (HttpAnswer answer :
          List.of(
              RawHttp.get(server, path, stranger),
              RawHttp.get(server, path),
              RawHttp.get(server, path + "9", bea),
              RawHttp.get(server, path + "/export?format=csv", stranger),
              RawHttp.get(server, "/api/sessions/nonsense", bea))) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("code").textValue()).isEqualTo("not-found");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "json, application/json,                       \"schema\" : \"focusly-session/1\"",
        "csv,  text/csv; charset=utf-8; header=present, '=1+1",
        "md,   text/markdown; charset=utf-8,           # Maths",
        "ics,  text/calendar; charset=utf-8,           SUMMARY:Maths"
      })
  void aSessionIsExported(String format, String type, String part) {
    try (TestServer server = start()) {
      String bea = newCookie(server);
      String room = newRoom(server, bea);
      visit(server, room, bea);
      String id = sessions(server, room, bea).get(0).get("sessionId").textValue();
      HttpAnswer file =
          RawHttp.get(server, "/api/sessions/" + id + "/export?format=" + format, bea);

      assertThat(file.status()).isEqualTo(200);
      assertThat(file.header("Content-Type")).contains(type);
      assertThat(file.header("Content-Disposition"))
          .contains("attachment; filename=\"" + id + "." + format + "\"");
      assertThat(file.text()).contains(part);
    }
  }

  @Test
  void pagesGoBackToTheFirstSession() {
    try (TestServer server = start()) {
      String bea = newCookie(server);
      String room = newRoom(server, bea);
      visit(server, room, bea);
      JsonNode page = RawHttp.get(server, "/api/rooms/" + room + "/sessions?limit=1", bea).json();
      assertThat(page.get("more").booleanValue()).isFalse();
      String first = page.at("/sessions/0/sessionId").textValue();
      JsonNode before =
          RawHttp.get(server, "/api/rooms/" + room + "/sessions?before=" + first, bea).json();
      assertThat(before.get("sessions")).isEmpty();
    }
  }

  @Test
  void whatAMemberFocusedIsTheirsAlone() {
    try (TestServer server = start()) {
      String bea = newCookie(server);
      String room = newRoom(server, newCookie(server));
      visit(server, room, bea);

      JsonNode stats = RawHttp.get(server, "/api/me/stats?zone=Europe/Berlin", bea).json();
      assertThat(stats.get("zone").textValue()).isEqualTo("Europe/Berlin");
      assertThat(stats.get("days")).hasSize(1);
      assertThat(stats.at("/days/0/phases").longValue()).isZero();
      assertThat(stats.at("/byRoom/0/name").textValue()).isEqualTo("Maths");
      assertThat(stats.get("totalMs")).isEqualTo(stats.at("/days/0/ms"));
      assertThat(stats.at("/streak/current").intValue()).isEqualTo(1);
      JsonNode rooms = RawHttp.get(server, "/api/me/rooms", bea).json().get("rooms");
      assertThat(rooms).hasSize(1);
      assertThat(rooms.at("/0/roomId").textValue()).isEqualTo(room);
      assertThat(rooms.at("/0/owner").booleanValue()).isFalse();

      JsonNode others = RawHttp.get(server, "/api/me/stats", newCookie(server)).json();
      assertThat(others.get("totalMs").longValue()).isZero();
      assertThat(others.get("best").isNull()).isTrue();
    }
  }

  @Test
  void whoIsForgottenIsInNoTableAndNoFile() {
    var files = new DataFiles(folder);
    try (TestServer server = start()) {
      String owner = newCookie(server);
      String bea = newCookie(server);
      String room = newRoom(server, owner);
      visit(server, room, bea);
      assertThat(RawHttp.ask(server, "DELETE", "/api/me", "", bea).status()).isEqualTo(204);

      JsonNode sessions = sessions(server, room, owner);
      assertThat(sessions).hasSize(1);
      assertThat(sessions.at("/0/members")).isEmpty();
      assertThat(sessions(server, room, bea)).isEmpty();
      assertThat(RawHttp.get(server, "/api/me/stats", bea).json().get("days")).isEmpty();
      String id = sessions.at("/0/sessionId").textValue();
      JsonNode record = RawHttp.get(server, "/api/sessions/" + id, owner).json();
      assertThat(record.get("members")).isEmpty();
      assertThat(record.toString()).doesNotContain(NAME, "=1+1");
    }
    files.compact();
    assertThat(files.holding(NAME)).isEmpty();
  }

  /// Comes, focuses for a moment, says something, and goes.
  private static void visit(TestServer server, String room, String cookie) {
    try (SocketIoClient bea = SocketIoClient.connect(server, cookie)) {
      bea.call(
          "join-room",
          Map.of("roomId", room, "userId", "b", "protocol", 1, "name", NAME, "timeZone", "UTC"));
      bea.call("timer-start");
      bea.call("chat-send", Map.of("text", "=1+1"));
      bea.call("timer-skip");
    }
  }

  private static JsonNode sessions(TestServer server, String room, String cookie) {
    return RawHttp.get(server, "/api/rooms/" + room + "/sessions", cookie).json().get("sessions");
  }

  private static String newRoom(TestServer server, String cookie) {
    String body = "{\"template\":\"co-working\",\"name\":\"Maths\"}";
    return RawHttp.ask(server, "POST", "/api/rooms", body, cookie).json().get("roomId").textValue();
  }

  private static String newCookie(TestServer server) {
    String header = RawHttp.get(server, "/api/me").header("Set-Cookie").orElseThrow();
    return "Cookie: " + header.substring(0, header.indexOf(';'));
  }

  private TestServer start() {
    return TestServer.start(Map.of("FOCUSLY_DATA", folder.toString()));
  }
}
