package app.focusly.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.PollingClient;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.testing.Scrape;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is there is counted, and nothing once it has gone.
class GaugesTest {
  private final TestServer server =
      TestServer.start(Map.of("FOCUSLY_PEERJS_EXPIRE_TIMEOUT", "500ms"));

  @AfterEach
  void nothingIsLeft() {
    Scrape.await(server, Scrape::quiet);
    server.close();
  }

  private void await(String metric, double value) {
    Scrape.await(server, now -> now.value(metric) == value);
  }

  @Test
  void aMemberOnWebSocket() {
    try (SocketIoClient client = SocketIoClient.connect(server)) {
      client.join("r", "u");
      Scrape scrape = Scrape.of(server);
      assertThat(scrape.value("focusly_sessions{transport=\"websocket\"}")).isEqualTo(1);
      assertThat(scrape.value("focusly_handshakes_total{transport=\"websocket\"}")).isEqualTo(1);
      assertThat(scrape.value("focusly_websockets")).isEqualTo(1);
      assertThat(scrape.value("focusly_rooms")).isEqualTo(1);
      assertThat(scrape.value("focusly_members")).isEqualTo(1);
      assertThat(scrape.value("focusly_frames_total{direction=\"in\"}")).isEqualTo(2);
      assertThat(scrape.value("focusly_frames_total{direction=\"out\"}")).isEqualTo(3);
      client.leave();
    }
    Scrape.await(server, now -> now.closed("transport close") == 1);
  }

  @Test
  void aPollThatWaitsAndAnUpgrade() {
    PollingClient client = PollingClient.open(server).connect();
    assertThat(Scrape.of(server).value("focusly_sessions{transport=\"polling\"}")).isEqualTo(1);
    try (RawHttp poll = client.pollLater()) {
      await("focusly_polls", 1);
      RawWebSocket probe = client.probe();
      await("focusly_upgrades", 1);
      probe.send("2probe");
      assertThat(probe.text()).isEqualTo("3probe");
      assertThat(poll.read().text()).isEqualTo("6");
      await("focusly_polls", 0);
      probe.send("5");
      await("focusly_sessions{transport=\"websocket\"}", 1);
      await("focusly_sessions{transport=\"polling\"}", 0);
      await("focusly_upgrades", 0);
      probe.close();
    }
  }

  @Test
  void anUpgradeThatIsBrokenOff() {
    PollingClient client = PollingClient.open(server).connect();
    RawWebSocket probe = client.probe();
    await("focusly_upgrades", 1);
    probe.close();
    await("focusly_upgrades", 0);
    client.post("1");
  }

  @Test
  void aPollThatIsBrokenOff() {
    PollingClient client = PollingClient.open(server).connect();
    RawHttp poll = client.pollLater();
    await("focusly_polls", 1);
    poll.reset();
    await("focusly_polls", 0);
  }

  @Test
  void aPeerAndWhatItSendsToAnotherWhoIsNotThere() {
    RawWebSocket peer = RawWebSocket.open(server, "/peerjs?key=peerjs&id=a&token=t");
    assertThat(peer.text()).contains("OPEN");
    peer.send("{\"type\":\"OFFER\",\"dst\":\"b\",\"payload\":\"p\"}");
    await("focusly_peer_messages", 1);
    assertThat(Scrape.of(server).value("focusly_peers")).isEqualTo(1);
    assertThat(Scrape.of(server).value("focusly_peer_bytes")).isPositive();
    peer.connection().reset();
  }

  @Test
  void aRefusal() {
    RawHttp.get(server, "/socket.io/?EIO=4&transport=polling&sid=none");
    assertThat(Scrape.of(server).value("focusly_refusals_total{message=\"Session ID unknown\"}"))
        .isEqualTo(1);
  }
}
