package app.focusly.server.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.Frame;
import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandOverTest {
  private static final String SOCKET_IO = "/socket.io/?EIO=4&transport=websocket";

  @AutoClose private static final TestServer SERVER = TestServer.start();

  @Test
  void aFrameInTheSegmentOfTheRequestIsHandled() {
    try (RawHttp http = RawHttp.connect(SERVER)) {
      var segment = new ByteArrayOutputStream();
      segment.writeBytes(RawWebSocket.upgrade(SOCKET_IO).getBytes(StandardCharsets.US_ASCII));
      segment.writeBytes(Frame.text("40").masked());
      segment.writeBytes(Frame.text("420[\"clock\"]").masked());
      http.send(segment.toByteArray());
      RawWebSocket webSocket = RawWebSocket.opened(http);
      assertThat(webSocket.text()).startsWith("0{");
      assertThat(webSocket.text()).startsWith("40{");
      assertThat(webSocket.text()).startsWith("430[{\"ok\":true");
    }
  }

  @Test
  void halfAFrameInTheSegmentOfTheRequestIsJoinedWithTheRest() {
    byte[] frame = Frame.text("40").masked();
    try (RawHttp http = RawHttp.connect(SERVER)) {
      var segment = new ByteArrayOutputStream();
      segment.writeBytes(RawWebSocket.upgrade(SOCKET_IO).getBytes(StandardCharsets.US_ASCII));
      segment.write(frame, 0, 3);
      http.send(segment.toByteArray());
      RawWebSocket webSocket = RawWebSocket.opened(http);
      assertThat(webSocket.text()).startsWith("0{");
      var rest = new ByteArrayOutputStream();
      rest.write(frame, 3, frame.length - 3);
      http.send(rest.toByteArray());
      assertThat(webSocket.text()).startsWith("40{");
    }
  }

  @Test
  void aConnectionThatServedRequestsBeforeIsTakenOver() {
    try (RawHttp http = RawHttp.connect(SERVER)) {
      for (int i = 0; i < 3; i++) {
        http.send(RawHttp.request("GET", "/healthz", ""));
        assertThat(http.read().text()).isEqualTo("ok");
      }
      assertThat(RawWebSocket.open(http, SOCKET_IO).text()).startsWith("0{");
    }
  }

  @Test
  void anUpgradeBehindAnotherRequestInOneSegmentIsServed() {
    try (RawHttp http = RawHttp.connect(SERVER)) {
      http.send(RawHttp.request("GET", "/healthz", "") + RawWebSocket.upgrade(SOCKET_IO));
      assertThat(http.read().text()).isEqualTo("ok");
      assertThat(RawWebSocket.opened(http).text()).startsWith("0{");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-WebSocket-Key: c2hvcnQ=",
        "Sec-WebSocket-Key: not base64 at all!",
        "Sec-WebSocket-Key:",
        "X-No-Key: at-all"
      })
  void aHandshakeWithoutAKeyOf16BytesIsRefused(String key) {
    try (RawHttp http = RawHttp.connect(SERVER)) {
      http.send(handshake("13", key));
      assertThat(http.read().status()).isEqualTo(400);
      http.awaitEnd();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "8", "14", "13, 8", ""})
  void anotherVersionIsRefusedAndTheRightOneNamed(String version) {
    try (RawHttp http = RawHttp.connect(SERVER)) {
      http.send(handshake(version, "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
      HttpAnswer answer = http.read();
      assertThat(answer.status()).isEqualTo(426);
      assertThat(answer.header("Sec-WebSocket-Version")).contains("13");
      http.awaitEnd();
    }
  }

  private static String handshake(String version, String key) {
    return RawHttp.request(
        "GET",
        SOCKET_IO,
        "",
        "Connection: keep-alive, Upgrade",
        "Upgrade: WebSocket",
        "Sec-WebSocket-Version: " + version,
        key);
  }

  @Test
  void aHandshakeWhoseConnectionHeaderDoesNotSayUpgradeIsRefused() {
    HttpAnswer answer =
        RawHttp.get(
            SERVER,
            SOCKET_IO,
            "Connection: keep-alive",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
    assertThat(answer.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "/, No WebSocket here",
    "/r/room, No WebSocket here",
    "/api/rooms, No WebSocket here",
    "/socket.iox/?EIO=4&transport=websocket, No WebSocket here",
    "/peerjs/x/y, No WebSocket here",
    "/socket.io/?EIO=4&transport=polling, Bad request",
    "/socket.io/?EIO=3&transport=websocket, Unsupported protocol version",
    "/socket.io/?EIO=4&transport=carrier-pigeon, Transport unknown",
    "/socket.io/?EIO=4&transport=websocket&sid=nobody, Session ID unknown"
  })
  void aWebSocketWhereThereIsNoneIsRefused(String path, String words) {
    try (RawHttp http = RawHttp.connect(SERVER)) {
      http.send(RawWebSocket.upgrade(path));
      HttpAnswer answer = http.read();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text()).isEqualTo(words);
    }
  }

  @Test
  void aPostThatAsksForAWebSocketIsRefused() {
    HttpAnswer answer =
        RawHttp.ask(
            SERVER,
            "POST",
            SOCKET_IO,
            "",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).isEqualTo("Bad handshake method");
  }

  @Test
  void aConnectionCutRightBehindTheRequestDoesNoHarm() {
    for (int i = 0; i < 20; i++) {
      RawHttp http = RawHttp.connect(SERVER);
      http.send(RawWebSocket.upgrade(SOCKET_IO));
      http.reset();
    }
    assertThat(RawHttp.get(SERVER, "/healthz").text()).isEqualTo("ok");
  }
}
