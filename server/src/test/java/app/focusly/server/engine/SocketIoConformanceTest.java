package app.focusly.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.EngineOptions;
import app.focusly.server.testing.EchoApplications;
import app.focusly.server.testing.EngineServer;
import app.focusly.server.testing.Frame;
import app.focusly.server.testing.RawWebSocket;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Socket.IO protocol 5 as its document says it, over a WebSocket, with the namespaces `/` and
/// `/custom`.
class SocketIoConformanceTest {
  private static final String SOCKET_IO = "/socket.io/?EIO=4&transport=websocket";

  @AutoClose
  private static final EngineServer SERVER =
      EngineServer.start(EngineOptions.defaults(), EngineServer.hooks());

  private static RawWebSocket open() {
    RawWebSocket webSocket = RawWebSocket.open(SERVER, SOCKET_IO);
    assertThat(webSocket.text()).startsWith("0{");
    return webSocket;
  }

  private static RawWebSocket connected() {
    RawWebSocket webSocket = open();
    webSocket.send("40");
    assertThat(webSocket.text()).startsWith("40{");
    assertThat(webSocket.text()).isEqualTo("42[\"auth\",{}]");
    return webSocket;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "40                        | 40                  | 42[\"auth\",{}]",
        "40{\"token\":\"123\"}         | 40                  | 42[\"auth\",{\"token\":\"123\"}]",
        "40/custom,                | 40/custom,          | 42/custom,[\"auth\",{}]",
        "40/custom                 | 40/custom,          | 42/custom,[\"auth\",{}]",
        "40/custom,{\"token\":\"abc\"} | 40/custom,          | 42/custom,[\"auth\",{\"token\":\"abc\"}]",
      })
  void aClientJoinsANamespace(String connect, String answer, String auth) {
    try (RawWebSocket webSocket = open()) {
      webSocket.send(connect);
      assertThat(webSocket.text()).matches("\\Q" + answer + "\\E\\{\"sid\":\"[^\"]+\"}");
      assertThat(webSocket.text()).isEqualTo(auth);
    }
  }

  @Test
  void anUnknownNamespaceIsRefused() {
    try (RawWebSocket webSocket = open()) {
      webSocket.send("40/random");
      assertThat(webSocket.text()).isEqualTo("44/random,{\"message\":\"Invalid namespace\"}");
    }
  }

  @Test
  void whoSaysNothingUnderstandableIsClosed() {
    try (RawWebSocket webSocket = open()) {
      webSocket.send("4abc");
      assertThat(webSocket.closed()).isEqualTo(1000);
    }
  }

  @Test
  void whoJoinsNothingIsClosed() {
    var config = EngineServer.config(EngineOptions.defaults(), Duration.ofMillis(200));
    try (EngineServer server =
            EngineServer.start(config, EngineServer.hooks(), EchoApplications.engineIo());
        RawWebSocket webSocket = RawWebSocket.open(server, SOCKET_IO)) {
      assertThat(webSocket.text()).startsWith("0{");
      assertThat(webSocket.closed()).isEqualTo(1000);
    }
  }

  @Test
  void whoLeavesTheNamespaceKeepsTheConnection() {
    EngineOptions options =
        EngineOptions.defaults().withHeartbeat(Duration.ofMillis(300), Duration.ofSeconds(5));
    try (EngineServer server = EngineServer.start(options, EngineServer.hooks());
        RawWebSocket webSocket = RawWebSocket.open(server, SOCKET_IO)) {
      assertThat(webSocket.text()).startsWith("0{");
      webSocket.send("40");
      assertThat(webSocket.text()).startsWith("40{");
      assertThat(webSocket.text()).startsWith("42[");
      webSocket.send("41");
      assertThat(webSocket.text()).isEqualTo("2");
    }
  }

  @Test
  void whoLeavesOneNamespaceStaysInTheOther() {
    try (RawWebSocket webSocket = connected()) {
      webSocket.send("40/custom");
      assertThat(webSocket.text()).startsWith("40/custom,{");
      assertThat(webSocket.text()).isEqualTo("42/custom,[\"auth\",{}]");
      webSocket.send("41/custom");
      webSocket.send("42[\"message\",\"to the main one\"]");
      assertThat(webSocket.text()).isEqualTo("42[\"message-back\",\"to the main one\"]");
    }
  }

  @Test
  void anEventComesBack() {
    try (RawWebSocket webSocket = connected()) {
      webSocket.send("42[\"message\",1,\"2\",{\"3\":[true]}]");
      assertThat(webSocket.text()).isEqualTo("42[\"message-back\",1,\"2\",{\"3\":[true]}]");
    }
  }

  @Test
  void anEventIsAcknowledged() {
    try (RawWebSocket webSocket = connected()) {
      webSocket.send("42456[\"message-with-ack\",1,\"2\",{\"3\":[false]}]");
      assertThat(webSocket.text()).isEqualTo("43456[1,\"2\",{\"3\":[false]}]");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "452-[\"message\", | 452-[\"message-back\",",
        "452-789[\"message-with-ack\", | 462-789["
      })
  void attachmentsComeBackBehindTheirPacket(String sent, String back) {
    String places = "{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]";
    try (RawWebSocket webSocket = connected()) {
      webSocket.send(sent + places);
      webSocket.send(Frame.whole(Frame.BINARY, new byte[] {1, 2, 3}));
      webSocket.send(Frame.whole(Frame.BINARY, new byte[] {4, 5, 6}));
      assertThat(webSocket.text()).isEqualTo(back + places);
      assertThat(webSocket.read().payload()).containsExactly(1, 2, 3);
      assertThat(webSocket.read().payload()).containsExactly(4, 5, 6);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"4abc", "42{}", "42abc[\"message-with-ack\",1,\"2\",{\"3\":[false]}]"})
  void whatCannotBeReadClosesTheConnection(String message) {
    try (RawWebSocket webSocket = connected()) {
      webSocket.send(message);
      assertThat(webSocket.closed()).isEqualTo(1000);
    }
  }
}
