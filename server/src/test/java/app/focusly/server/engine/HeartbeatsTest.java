package app.focusly.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.Frame;
import app.focusly.server.testing.PollingClient;
import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {
  private static final String SOCKET_IO = "/socket.io/?EIO=4&transport=websocket";

  @AutoClose
  private static final TestServer SERVER =
      TestServer.start(
          Map.of(
              "FOCUSLY_PING_INTERVAL", "300ms",
              "FOCUSLY_PING_TIMEOUT", "300ms",
              "FOCUSLY_CONNECT_TIMEOUT", "700ms"));

  @Test
  void aWebSocketThatDoesNotAnswerAPingIsClosedAndTheRoomHearsOfIt() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER);
        SocketIoClient bea = SocketIoClient.connect(SERVER)) {
      ann.join("beat", "a");
      bea.join("beat", "b");
      ann.expect("member-updated");
      ann.expect("user-connected");
      String frame = bea.webSocket().text();
      assertThat(frame).isEqualTo("2");
      assertThat(ann.expect("user-disconnected").textValue()).isEqualTo("b");
      assertThat(bea.webSocket().closed()).isEqualTo(1000);
    }
  }

  @Test
  void aClientThatAnswersStays() {
    try (RawWebSocket webSocket = RawWebSocket.open(SERVER, SOCKET_IO)) {
      assertThat(webSocket.text()).startsWith("0{");
      webSocket.send("40");
      assertThat(webSocket.text()).startsWith("40{");
      for (int i = 0; i < 4; i++) {
        assertThat(webSocket.text()).isEqualTo("2");
        webSocket.send("3");
      }
      webSocket.send("420[\"clock\"]");
      assertThat(webSocket.text()).startsWith("430[");
    }
  }

  @Test
  void aPollingClientIsPingedToo() {
    PollingClient client = PollingClient.open(SERVER).connect();
    assertThat(client.poll().text()).isEqualTo("2");
    client.post("3");
    assertThat(client.poll().text()).isEqualTo("2");
  }

  @Test
  void aPingOfTheClientEndsTheSession() {
    try (RawWebSocket webSocket = RawWebSocket.open(SERVER, SOCKET_IO)) {
      assertThat(webSocket.text()).startsWith("0{");
      webSocket.send("2");
      assertThat(webSocket.closed()).isEqualTo(1000);
    }
  }

  @Test
  void aClientThatJoinsNoNamespaceInTimeIsClosed() {
    try (RawWebSocket webSocket = RawWebSocket.open(SERVER, SOCKET_IO)) {
      assertThat(webSocket.text()).startsWith("0{");
      Frame frame = webSocket.read();
      while (frame.opcode() == Frame.TEXT) {
        assertThat(frame.text()).isEqualTo("2");
        webSocket.send("3");
        frame = webSocket.read();
      }
      assertThat(frame.status()).isEqualTo(1000);
      webSocket.send(frame);
      webSocket.connection().awaitEnd();
    }
  }
}
