package app.focusly.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestTest {
  @AutoClose private static final TestServer SERVER = TestServer.start();

  @Test
  void aNewRoomHasAnIdThatCanBeSaidAloudAndAPage() {
    HttpAnswer answer = RawHttp.ask(SERVER, "POST", "/api/rooms", "");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    String room = answer.json().get("roomId").textValue();
    assertThat(room).matches("[a-z]{3}-[a-z]{4}-[a-z]{3}");
    assertThat(answer.json().get("url").textValue()).isEqualTo("/r/" + room);
    assertThat(answer.json().get("ownerUrl").textValue())
        .matches("/r/" + room + "#owner=[A-Za-z0-9_-]{43}");
    assertThat(answer.json()).hasSize(3);
    assertThat(RawHttp.ask(SERVER, "POST", "/api/rooms", "{}").json().get("roomId").textValue())
        .isNotEqualTo(room);
  }

  @Test
  void aRoomTellsHowManyAreThere() {
    assertThat(RawHttp.get(SERVER, "/api/rooms/count").text())
        .isEqualTo(
            "{\"roomId\":\"count\",\"members\":0,\"name\":null,\"template\":null,\"settings\":"
                + "{\"timer\":\"everyone\",\"chat\":\"everyone\",\"screen\":\"everyone\","
                + "\"unmute\":true,\"locked\":false,\"entry\":\"free\"},\"owned\":false}");
    try (SocketIoClient ann = SocketIoClient.connect(SERVER);
        SocketIoClient bea = SocketIoClient.connect(SERVER)) {
      ann.join("count", "a");
      bea.join("count", "b");
      assertThat(RawHttp.get(SERVER, "/api/rooms/count").json().get("members").intValue())
          .isEqualTo(2);
    }
  }

  @Test
  void aNewRoomIsAsItsBodySays() {
    String body = "{\"template\":\"class\",\"name\":\"Maths\",\"unknown\":1}";
    String room = RawHttp.ask(SERVER, "POST", "/api/rooms", body).json().get("roomId").textValue();
    JsonNode seen = RawHttp.get(SERVER, "/api/rooms/" + room).json();

    assertThat(seen.get("template").textValue()).isEqualTo("class");
    assertThat(seen.get("name").textValue()).isEqualTo("Maths");
    assertThat(seen.get("owned").booleanValue()).isTrue();
    assertThat(seen.at("/settings/entry").textValue()).isEqualTo("admission");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"template\":\"disco\"}   | template",
        "{\"template\":7}           | template",
        "{\"name\":\"\"}            | name",
        "{\"name\":\" \"}           | name",
        "{\"name\":\"a\\nb\"}       | name",
        "{\"name\":[]}             | name",
        "[]                        | ",
        "nonsense                  | ",
        "\"text\"                  | "
      })
  void aBodyThatIsNotAsTheContractSaysIsRefusedByItsField(String body, @Nullable String path) {
    HttpAnswer answer = RawHttp.ask(SERVER, "POST", "/api/rooms", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.json().get("code").textValue()).isEqualTo("invalid-body");
    assertThat(answer.json().path("path").textValue()).isEqualTo(path);
  }

  @Test
  void aBodyBeyondAllMeasureIsRefused() {
    HttpAnswer answer = RawHttp.ask(SERVER, "POST", "/api/rooms", " ".repeat(8 * 1024 + 1));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().get("code").textValue()).isEqualTo("body-too-large");
  }

  @Test
  void theContractIsServedAndNamesEveryRoute() {
    HttpAnswer answer = RawHttp.get(SERVER, "/api/openapi.json");

    assertThat(answer.json().get("openapi").textValue()).isEqualTo("3.1.0");
    assertThat(answer.json().get("paths").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "/api/rooms",
            "/api/rooms/{roomId}",
            "/api/rooms/{roomId}/sessions",
            "/api/sessions/{sessionId}",
            "/api/sessions/{sessionId}/export",
            "/api/me",
            "/api/me/stats",
            "/api/me/stats/export",
            "/api/me/rooms",
            "/api/openapi.json",
            "/healthz",
            "/readyz");
  }

  @Test
  void whoIAmIsKeptInASignedCookie() {
    HttpAnswer first = RawHttp.get(SERVER, "/api/me");
    String cookie = first.header("Set-Cookie").orElseThrow();
    assertThat(cookie)
        .matches(
            "focusly_guest=[A-Za-z0-9_-]{20}\\.[A-Za-z0-9_-]{43};"
                + " Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax");
    HttpAnswer again =
        RawHttp.get(SERVER, "/api/me", "Cookie: " + cookie.substring(0, cookie.indexOf(';')));
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.headers()).doesNotContainKey("set-cookie");
    assertThat(RawHttp.get(SERVER, "/api/me").json()).isNotEqualTo(first.json());
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /api/rooms/a.b,   400, invalid-room-id",
    "GET,    /api/rooms/a%2Fb, 400, invalid-room-id",
    "GET,    /api/rooms/%20,   400, invalid-room-id",
    "GET,    /api/rooms/a.b/sessions, 400, invalid-room-id",
    "GET,    /api/rooms/r/sessions?limit=0, 400, invalid-query",
    "GET,    /api/rooms/r/sessions?limit=51, 400, invalid-query",
    "GET,    /api/rooms/r/sessions?before=s.1, 400, invalid-query",
    "GET,    /api/sessions/r.1/export, 400, invalid-query",
    "GET,    /api/sessions/r.1/export?format=x, 400, invalid-query",
    "GET,    /api/sessions/r.1, 404, not-found",
    "GET,    /api/me/stats?zone=Mars, 400, invalid-query",
    "GET,    /api/me/stats?to=today, 400, invalid-query",
    "GET,    /api/me/stats?from=2024-01-01&to=2026-01-01, 400, invalid-query",
    "GET,    /api/nothing,     404, not-found",
    "GET,    /api/,            404, not-found",
    "GET,    /none.txt,        404, not-found",
    "DELETE, /r/room,          405, method-not-allowed"
  })
  void aProblemIsTold(String method, String path, int status, String code) {
    HttpAnswer answer = RawHttp.ask(SERVER, method, path, "");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.json().get("status").intValue()).isEqualTo(status);
    assertThat(answer.json().get("code").textValue()).isEqualTo(code);
    assertThat(answer.json().get("type").textValue()).isEqualTo("about:blank");
    assertThat(answer.json().get("detail").textValue()).isNotBlank();
  }

  @Test
  void aRoomIdOf65CharactersIsNone() {
    assertThat(RawHttp.get(SERVER, "/api/rooms/" + "x".repeat(64)).status()).isEqualTo(200);
    assertThat(RawHttp.get(SERVER, "/api/rooms/" + "x".repeat(65)).status()).isEqualTo(400);
  }

  @Test
  void healthIsToldInPlainWords() {
    assertThat(RawHttp.get(SERVER, "/healthz").text()).isEqualTo("ok");
    assertThat(RawHttp.get(SERVER, "/readyz").text()).isEqualTo("ready");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET nowhere HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        "NONSENSE\r\n\r\n",
        "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"
      })
  void whatIsNoRequestIsRefused(String bytes) {
    try (RawHttp http = RawHttp.connect(SERVER)) {
      http.send(bytes);
      assertThat(http.read().status()).isBetween(400, 505);
    }
    assertThat(RawHttp.get(SERVER, "/healthz").text()).isEqualTo("ok");
  }
}
