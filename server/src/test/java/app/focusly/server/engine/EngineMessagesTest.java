package app.focusly.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.EngineOptions;
import app.focusly.engineio.Packet;
import app.focusly.engineio.Transport;
import app.focusly.server.testing.EngineServer;
import app.focusly.server.testing.Frame;
import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.PollingClient;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.RawWebSocket;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages of every kind, there and back, on each way that a client may choose.
class EngineMessagesTest {
  private static final String POLLING = "/engine.io/?EIO=4&transport=polling";
  private static final String WEBSOCKET = "/engine.io/?EIO=4&transport=websocket";

  @AutoClose
  private static final EngineServer SERVER =
      EngineServer.start(EngineOptions.defaults(), EngineServer.hooks());

  private static RawWebSocket webSocket(String path) {
    RawWebSocket webSocket = RawWebSocket.open(SERVER, path);
    assertThat(webSocket.text()).startsWith("0{");
    return webSocket;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"4hello", "4test1\u001e4test2\u001e4test3", "4hello\u001ebAQIDBA==", "4", "4é🎉"})
  void goThereAndBackByPolling(String payload) {
    PollingClient client = PollingClient.open(SERVER, POLLING);
    HttpAnswer posted = client.post(payload);
    assertThat(posted.status()).isEqualTo(200);
    assertThat(posted.text()).isEqualTo("ok");
    assertThat(client.poll().text()).isEqualTo(payload);
  }

  @Test
  void goThereAndBackByWebSocket() {
    try (RawWebSocket webSocket = webSocket(WEBSOCKET)) {
      webSocket.send("4hello");
      assertThat(webSocket.text()).isEqualTo("4hello");
      webSocket.send(Frame.whole(Frame.BINARY, new byte[] {1, 2, 3, 4}));
      Frame back = webSocket.read();
      assertThat(back.opcode()).isEqualTo(Frame.BINARY);
      assertThat(back.payload()).containsExactly(1, 2, 3, 4);
    }
  }

  @Test
  void aClientThatSendsTextAloneSendsBytesAsBase64() {
    try (RawWebSocket webSocket = webSocket(WEBSOCKET)) {
      webSocket.send("bAQIDBA==");
      assertThat(webSocket.read().payload()).containsExactly(1, 2, 3, 4);
    }
  }

  @Test
  void aClientThatTakesTextAloneGetsBytesAsBase64() {
    try (RawWebSocket webSocket = webSocket(WEBSOCKET + "&b64=1")) {
      webSocket.send("bAQIDBA==");
      assertThat(webSocket.text()).isEqualTo("bAQIDBA==");
    }
  }

  @Test
  void aClientThatTakesTextAloneGetsBytesAsBase64AfterAMove() {
    PollingClient client = PollingClient.open(SERVER, POLLING + "&b64=1");
    try (RawWebSocket webSocket = client.probe()) {
      webSocket.send("2probe");
      assertThat(webSocket.text()).isEqualTo("3probe");
      webSocket.send("5");
      webSocket.send("bAQIDBA==");
      assertThat(webSocket.text()).isEqualTo("bAQIDBA==");
      webSocket.send(Frame.close(1000));
      assertThat(webSocket.read().opcode()).isEqualTo(Frame.CLOSE);
    }
  }

  @Test
  void travelInScriptsAndForms() {
    PollingClient client = PollingClient.open(SERVER, POLLING + "&j=7");
    assertThat(client.post("d=4a%5Cnb%5C%5Cnc%22%E2%80%A8%1E4+%2B").text()).isEqualTo("ok");
    HttpAnswer answer = client.poll();
    assertThat(answer.header("Content-Type")).contains("text/plain; charset=UTF-8");
    assertThat(answer.text()).isEqualTo("___eio[7](\"4a\\nb\\\\nc\\\"\\u2028\\u001e4 +\");");
  }

  @Test
  void aFormWithoutMessagesChangesNothing() {
    PollingClient client = PollingClient.open(SERVER, POLLING + "&j=0");
    assertThat(client.post("x=4a").text()).isEqualTo("ok");
    assertThat(client.post("d=4b").text()).isEqualTo("ok");
    assertThat(client.poll().text()).isEqualTo("___eio[0](\"4b\");");
  }

  @Test
  void ofTheIndexOfAScriptOnlyDigitsCount() {
    String index = "0%5D(alert(1))//";
    assertThat(RawHttp.get(SERVER, POLLING + "&j=" + index).text())
        .startsWith("___eio[01](\"0{\\\"sid\\\":");
  }

  @Test
  void aSessionInScriptsMovesToWebSocket() {
    PollingClient client = PollingClient.open(SERVER, POLLING + "&j=0");
    try (RawWebSocket webSocket = client.probe()) {
      webSocket.send("2probe");
      assertThat(webSocket.text()).isEqualTo("3probe");
      webSocket.send("5");
      webSocket.send("4plain");
      assertThat(webSocket.text()).isEqualTo("4plain");
    }
  }

  @Test
  void theServersOwnFirstMessageFollowsTheHandshake() {
    EngineOptions options = EngineOptions.defaults().withInitialPacket(new Packet.Text("welcome"));
    try (EngineServer server = EngineServer.start(options, EngineServer.hooks())) {
      assertThat(RawHttp.get(server, POLLING).text()).endsWith("}\u001e4welcome");
      try (RawWebSocket webSocket = RawWebSocket.open(server, WEBSOCKET)) {
        assertThat(webSocket.text()).startsWith("0{");
        assertThat(webSocket.text()).isEqualTo("4welcome");
      }
    }
  }

  @Test
  void aTransportThatIsNotLetInIsUnknown() {
    EngineOptions options =
        EngineOptions.defaults().withTransports(Set.of(Transport.WEBSOCKET), true);
    try (EngineServer server = EngineServer.start(options, EngineServer.hooks());
        RawWebSocket webSocket = RawWebSocket.open(server, WEBSOCKET)) {
      assertThat(webSocket.text()).startsWith("0{");
      assertThat(RawHttp.get(server, POLLING).text())
          .isEqualTo("{\"code\":0,\"message\":\"Transport unknown\"}");
    }
  }

  @Test
  void noSessionMovesWhereNoneMay() {
    EngineOptions options =
        EngineOptions.defaults().withTransports(Set.of(Transport.values()), false);
    try (EngineServer server = EngineServer.start(options, EngineServer.hooks())) {
      assertThat(RawHttp.get(server, POLLING).text()).contains("\"upgrades\":[]");
      try (RawWebSocket probe = PollingClient.open(server, POLLING).probe()) {
        assertThat(probe.closed()).isEqualTo(1000);
      }
    }
  }
}
