package app.focusly.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.Frame;
import app.focusly.server.testing.PollingClient;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// A session stays on the loop of its first request, wherever its WebSocket lives; repeated with
/// other connections, so that both cases come up.
class UpgradeOverLoopsTest {
  @AutoClose private static final TestServer SERVER = TestServer.start();

  @RepeatedTest(6)
  void aSessionMovesToAWebSocketAndLosesNothing() {
    PollingClient client = PollingClient.open(SERVER).connect();
    try (RawHttp poll = client.pollLater();
        RawWebSocket webSocket = client.probe()) {
      webSocket.send("2probe");
      assertThat(webSocket.text()).isEqualTo("3probe");
      assertThat(poll.read().text()).as("the open poll is ended").isEqualTo("6");
      client.post("420[\"clock\"]"); // before the move; its answer waits
      webSocket.send("5");
      assertThat(webSocket.text()).startsWith("430[");
      webSocket.send("421[\"join-room\",\"upgraded\",\"u\"]");
      assertThat(webSocket.text()).startsWith("431[{\"ok\":true");
      assertThat(client.poll().status()).as("polling is over").isEqualTo(400);
      webSocket.send(Frame.close(1000));
      assertThat(webSocket.read().opcode()).isEqualTo(Frame.CLOSE);
    }
  }

  /// The poll comes by another connection, and perhaps before the move that was sent before it; it
  /// used to be answered with a noop then.
  @RepeatedTest(20)
  void aPollAfterTheMoveIsRefusedHoweverFastItIs() {
    PollingClient client = PollingClient.open(SERVER).connect();
    try (RawWebSocket webSocket = client.probe()) {
      webSocket.send("2probe");
      assertThat(webSocket.text()).isEqualTo("3probe");
      webSocket.send("5");
      assertThat(client.poll().text()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
      webSocket.send("420[\"clock\"]");
      assertThat(webSocket.text()).startsWith("430[");
    }
  }

  @Test
  void aPollThatOvertookTheMoveIsRefused() {
    PollingClient client = PollingClient.open(SERVER).connect();
    try (RawWebSocket webSocket = client.probe()) {
      webSocket.send("2probe");
      assertThat(webSocket.text()).isEqualTo("3probe");
      try (RawHttp poll = client.pollLater()) {
        client.post("420[\"clock\"]");
        assertThat(poll.read().text()).as("the poll is there").startsWith("430[");
        poll.send(RawHttp.request("GET", client.path(), ""));
        webSocket.send("5");
        assertThat(poll.read().status()).isEqualTo(400);
      }
      webSocket.send("421[\"clock\"]");
      assertThat(webSocket.text()).startsWith("431[");
    }
  }

  @Test
  void aPollAfterTheProbeIsEndedWithANoop() {
    PollingClient client = PollingClient.open(SERVER).connect();
    try (RawWebSocket webSocket = client.probe()) {
      webSocket.send("2probe");
      assertThat(webSocket.text()).isEqualTo("3probe");
      assertThat(client.poll().text()).isEqualTo("6");
      assertThat(client.poll().text()).isEqualTo("6");
    }
  }

  @RepeatedTest(4)
  void aProbeThatSaysSomethingElseIsClosedAndPollingGoesOn() {
    PollingClient client = PollingClient.open(SERVER).connect();
    try (RawWebSocket webSocket = client.probe()) {
      webSocket.send("40");
      assertThat(webSocket.closed()).isEqualTo(1000);
    }
    client.post("420[\"clock\"]");
    assertThat(client.poll().text()).startsWith("430[");
  }

  @Test
  void aSecondProbeIsClosedAndTheFirstGoesOn() {
    PollingClient client = PollingClient.open(SERVER).connect();
    try (RawWebSocket first = client.probe()) {
      first.send("2probe");
      assertThat(first.text()).isEqualTo("3probe");
      try (RawWebSocket second = client.probe()) {
        assertThat(second.closed()).isEqualTo(1000);
      }
      first.send("5");
      first.send("420[\"clock\"]");
      assertThat(first.text()).startsWith("430[");
    }
  }

  @Test
  void aSessionThatHasMovedIsNotMovedAgain() {
    PollingClient client = PollingClient.open(SERVER).connect();
    try (RawWebSocket first = client.probe()) {
      first.send("2probe");
      assertThat(first.text()).isEqualTo("3probe");
      first.send("5");
      first.send("420[\"clock\"]");
      assertThat(first.text()).startsWith("430[");
      try (RawWebSocket second = client.probe()) {
        assertThat(second.closed()).isEqualTo(1000);
      }
    }
  }

  @Test
  void aProbeThatTakesTooLongIsClosedAndPollingGoesOn() {
    try (TestServer server = TestServer.start(Map.of("FOCUSLY_UPGRADE_TIMEOUT", "200ms"))) {
      PollingClient client = PollingClient.open(server).connect();
      try (RawWebSocket webSocket = client.probe()) {
        webSocket.send("2probe");
        assertThat(webSocket.text()).isEqualTo("3probe");
        assertThat(webSocket.closed()).isEqualTo(1000);
      }
      client.post("420[\"clock\"]");
      assertThat(client.poll().text()).startsWith("430[");
    }
  }
}
