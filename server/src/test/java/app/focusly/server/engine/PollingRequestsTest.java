package app.focusly.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.PollingClient;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollingRequestsTest {
  private static final int MAX_PAYLOAD = 1_000;

  @AutoClose
  private static final TestServer SERVER =
      TestServer.start(Map.of("FOCUSLY_MAX_PAYLOAD", Integer.toString(MAX_PAYLOAD)));

  private final PollingClient client = PollingClient.open(SERVER);

  @Test
  void theHandshakeTellsTheLimits() {
    HttpAnswer answer = RawHttp.get(SERVER, "/socket.io/?EIO=4&transport=polling&t=abc");
    assertThat(answer.header("Content-Type")).contains("text/plain; charset=UTF-8");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.text())
        .matches(
            "0\\{\"sid\":\"[A-Za-z0-9_-]{20}\",\"upgrades\":\\[\"websocket\"],"
                + "\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000}");
  }

  @Test
  void messagesGoBothWays() {
    HttpAnswer posted = client.post("40");
    assertThat(posted.text()).isEqualTo("ok");
    assertThat(posted.header("Content-Type")).contains("text/html");
    assertThat(client.poll().text()).startsWith("40{\"sid\":\"");
    client.post("420[\"clock\"]\u001e421[\"clock\"]");
    assertThat(client.poll().text()).matches("430\\[.*]\u001e431\\[.*]");
  }

  @Test
  void anOpenPollIsAnsweredWhenThereIsSomethingToSay() {
    client.connect();
    try (RawHttp poll = client.pollLater()) {
      client.post("420[\"clock\"]");
      assertThat(poll.read().text()).startsWith("430[");
    }
  }

  @Test
  void aBodyOfTheLimitIsTakenAndOneOverItRefused() {
    client.connect();
    String event = "420[\"clock\",\"%s\"]";
    int room = MAX_PAYLOAD - event.length() + 2;
    assertThat(client.post(event.formatted("x".repeat(room))).status()).isEqualTo(200);
    assertThat(client.poll().text()).startsWith("430[");
    HttpAnswer refusal = client.post(event.formatted("x".repeat(room + 1)));
    assertThat(refusal.status()).isEqualTo(413);
    assertThat(refusal.header("Connection")).contains("close");
    client.post("421[\"clock\"]");
    assertThat(client.poll().text()).as("the session goes on").startsWith("431[");
  }

  @Test
  void aBodyOverTheLimitIsRefusedAlsoWhenItsLengthIsNotTold() {
    try (RawHttp http = RawHttp.connect(SERVER)) {
      http.send(
          "POST " + client.path() + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
      http.send("400\r\n" + "4".repeat(0x400) + "\r\n");
      assertThat(http.read().status()).isEqualTo(413);
    }
  }

  @Test
  void aBodyThatIsNoUtf8EndsTheSession() {
    try (RawHttp http = RawHttp.connect(SERVER)) {
      http.send("POST " + client.path() + " HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n");
      http.send(new byte[] {'4', '2', (byte) 0xC3, (byte) 0x28});
      assertThat(http.read().status()).isEqualTo(400);
    }
    assertThat(client.poll().json().get("code").intValue()).isEqualTo(1);
  }

  @Test
  void aCharacterSplitBetweenSegmentsIsWhole() {
    client.connect();
    byte[] body = "420[\"join-room\",\"r\",\"é\"]".getBytes(StandardCharsets.UTF_8);
    try (RawHttp http = RawHttp.connect(SERVER)) {
      http.send(
          "POST " + client.path() + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
      for (byte each : body) {
        http.send("1\r\n");
        http.send(new byte[] {each, '\r', '\n'});
      }
      http.send("0\r\n\r\n");
      assertThat(http.read().text()).isEqualTo("ok");
    }
    assertThat(client.poll().text()).contains("\"userId\":\"é\"");
  }

  @Test
  void aBinaryBodyIsOfAnOlderProtocol() {
    try (RawHttp http = RawHttp.connect(SERVER)) {
      http.send(
          RawHttp.request("POST", client.path(), "40", "Content-Type: application/octet-stream"));
      assertThat(http.read().status()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    EIO=4&transport=polling&sid=unknown, 400, 1, Session ID unknown",
    "POST,   EIO=4&transport=polling&sid=unknown, 400, 1, Session ID unknown",
    "POST,   EIO=4&transport=polling,             400, 2, Bad handshake method",
    "GET,    EIO=4&transport=websocket,           400, 3, Bad request",
    "DELETE, EIO=4&transport=polling&sid=x,       400, 1, Session ID unknown",
    "POST,   EIO=3&transport=polling,             400, 2, Bad handshake method",
    "GET,    EIO=4&EIO=3&transport=polling,       400, 5, Unsupported protocol version",
    "GET,    EIO=4&transport=polling&sid=%zz,     400, 1, Session ID unknown",
    "GET,    EIO=3&transport=polling,             400, 5, Unsupported protocol version",
    "GET,    transport=polling,                   400, 5, Unsupported protocol version",
    "GET,    EIO=4,                               400, 0, Transport unknown",
    "GET,    EIO=4&transport=webtransport,        400, 0, Transport unknown"
  })
  void aRequestThatCannotBeServedIsRefusedWithJson(
      String method, String query, int status, int code, String message) {
    HttpAnswer answer = RawHttp.ask(SERVER, method, "/socket.io/?" + query, "");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(answer.text()).isEqualTo("{\"code\":" + code + ",\"message\":\"" + message + "\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/socket.io?EIO=4&transport=polling",
        "/socket.io/whatever/follows?EIO=4&transport=polling",
        "/socket.io/?EIO=3&transport=polling&EIO=4",
        "/socket.io/?EIO=%34&transport=p%6Flling",
        "/socket.io/?EIO=4&transport=polling&x=%zz&sid="
      })
  void aSessionBeginsHoweverTheRequestIsWritten(String path) {
    assertThat(RawHttp.get(SERVER, path).text()).startsWith("0{\"sid\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/socket.iox/?EIO=4&transport=polling", "/socket?EIO=4&transport=polling"})
  void anotherPathIsNotOurs(String path) {
    assertThat(RawHttp.get(SERVER, path).text()).doesNotContain("\"sid\"");
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, transport=polling,          ''",
    "GET,    transport=websocket,        TRANSPORT_MISMATCH",
    "GET,    transport=polling&EIO=3,    PROTOCOL_MISMATCH"
  })
  void aRequestThatItsSessionCannotServeIsRefusedAndTheSessionStays(
      String method, String query, String reason) {
    client.connect();
    HttpAnswer answer =
        RawHttp.ask(SERVER, method, "/socket.io/?EIO=4&sid=" + client.sid() + "&" + query, "");
    assertThat(answer.text()).as(reason).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
    client.post("420[\"clock\"]");
    assertThat(client.poll().text()).startsWith("430[");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0001", "\u007f"})
  void anOriginWithControlCharactersIsRefused(String character) {
    HttpAnswer answer =
        RawHttp.get(
            SERVER, "/socket.io/?EIO=4&transport=polling", "Origin: http://a" + character + "b");
    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void aSecondPostBesideTheFirstEndsTheSession() {
    client.connect();
    try (RawHttp slow = RawHttp.connect(SERVER)) {
      slow.send(
          "POST "
              + client.path()
              + " HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
      assertThat(slow.readHead().status()).as("the first is being read").isEqualTo(100);
      assertThat(client.post("3").status()).isEqualTo(400);
      slow.send("42[]");
      assertThat(slow.read().status()).isEqualTo(400);
    }
    assertThat(client.poll().json().get("code").intValue()).isEqualTo(1);
  }

  @Test
  void aSecondPollBesideTheFirstEndsTheSession() {
    client.connect();
    try (RawHttp one = client.pollLater();
        RawHttp two = client.pollLater()) {
      String answers = one.read().text() + two.read().text();
      assertThat(answers).contains("Bad request");
      assertThat(answers.replace("{\"code\":3,\"message\":\"Bad request\"}", "")).isEqualTo("1");
    }
    assertThat(client.poll().json().get("code").intValue()).isEqualTo(1);
  }

  @Test
  void aPollThatIsAbortedEndsTheSession() {
    client.connect();
    RawHttp poll = client.pollLater();
    client.post("420[\"clock\"]");
    assertThat(poll.read().text()).startsWith("430[");
    poll.send(RawHttp.request("GET", client.path(), ""));
    poll.send(RawHttp.request("GET", "/healthz", "")); // waits behind the poll
    poll.reset();
    HttpAnswer next = client.poll();
    assertThat(next.status()).isEqualTo(400);
  }

  @Test
  void aPostThatBreaksOffEndsTheSession() {
    client.connect();
    RawHttp http = RawHttp.connect(SERVER);
    http.send("POST " + client.path() + " HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n42");
    http.reset();
    HttpAnswer next = client.poll();
    assertThat(next.text()).isIn("1", "{\"code\":1,\"message\":\"Session ID unknown\"}");
  }

  @Test
  void oneSessionTooManyIsRefusedUntilOneEnds() {
    try (TestServer server = TestServer.start(Map.of("FOCUSLY_MAX_SESSIONS", "2"))) {
      PollingClient first = PollingClient.open(server);
      PollingClient second = PollingClient.open(server);
      String path = "/socket.io/?EIO=4&transport=polling";
      assertThat(RawHttp.get(server, path).status()).isEqualTo(503);
      assertThat(second.post("1").status()).isEqualTo(200);
      assertThat(second.poll().text()).isEqualTo("6");
      PollingClient.open(server).connect();
      assertThat(first.post("1").status()).isEqualTo(200);
    }
  }
}
