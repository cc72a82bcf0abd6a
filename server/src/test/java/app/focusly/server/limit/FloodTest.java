package app.focusly.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.Frame;
import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.PollingClient;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.testing.Scrape;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Clients that send as fast as they can, with a bystander who is answered all the time.
class FloodTest {
  private static final int BURST = 100;
  private static final int RATE = 50;
  private static final double FLOOD_SECONDS = 0.5;
  private static final int FLOOD = 50_000;

  /// What gets through: the burst, and what the rate lets through until the end, which a busy
  /// machine notices late. It is little beside the flood.
  private static final int MOST = BURST + (int) (RATE * 10 * FLOOD_SECONDS);

  private static TestServer server;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            Map.of(
                "FOCUSLY_MESSAGES", RATE + "/" + BURST,
                "FOCUSLY_FLOOD_TIME", "500ms",
                "FOCUSLY_ADDRESS_MESSAGES", "off",
                "FOCUSLY_POST_PACKETS", "5000"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static byte[] many(byte[] frame) {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < FLOOD; i++) {
      bytes.writeBytes(frame);
    }
    return bytes.toByteArray();
  }

  /// Sends it from a thread of its own, since the server stops reading.
  private static void flood(RawHttp connection, byte[] bytes) {
    CompletableFuture.runAsync(
            () -> {
              try {
                connection.send(bytes);
              } catch (UncheckedIOException expected) { // it was closed on the way
              }
            })
        .exceptionally(_ -> null);
  }

  private static void bystanderIsAnswered() {
    try (SocketIoClient bystander = SocketIoClient.connect(server)) {
      for (int i = 0; i < 20; i++) {
        assertThat(bystander.call("clock").get("ok").booleanValue()).isTrue();
      }
      bystander.leave();
    }
  }

  private static void assertPolicyClose(Frame close) {
    assertThat(close.opcode()).isEqualTo(Frame.CLOSE);
    assertThat(close.status()).isEqualTo(1008);
    assertThat(close.text().substring(2)).isEqualTo("rate limited");
  }

  @Test
  void eventsAreReadAtThePaceAndTheFloodIsClosed() {
    double before = Scrape.of(server).closed("rate limited");
    try (SocketIoClient client = SocketIoClient.connect(server)) {
      flood(client.webSocket().connection(), many(Frame.text("420[\"clock\"]").masked()));
      bystanderIsAnswered();
      int answers = 0;
      Frame frame = client.webSocket().read();
      while (frame.opcode() == Frame.TEXT) {
        answers++;
        frame = client.webSocket().read();
      }
      assertThat(answers).isBetween(BURST - 1, MOST);
      assertPolicyClose(frame);
    }
    Scrape.await(server, now -> now.closed("rate limited") == before + 1);
  }

  @Test
  void pingsAreAnsweredAtThePaceAndTheFloodIsClosed() {
    try (SocketIoClient client = SocketIoClient.connect(server)) {
      flood(client.webSocket().connection(), many(Frame.whole(Frame.PING, new byte[1]).masked()));
      bystanderIsAnswered();
      int pongs = 0;
      Frame frame = client.webSocket().read();
      while (frame.opcode() == Frame.PONG) {
        pongs++;
        frame = client.webSocket().read();
      }
      assertThat(pongs).isBetween(1, MOST);
      assertPolicyClose(frame);
    }
  }

  @Test
  void fragmentsOfOneByteAreAFloodToo() {
    try (SocketIoClient client = SocketIoClient.connect(server)) {
      client.webSocket().send(new Frame(Frame.TEXT, new byte[] {'4'}));
      flood(
          client.webSocket().connection(),
          many(new Frame(Frame.CONTINUATION, new byte[] {'x'}).masked()));
      bystanderIsAnswered();
      assertPolicyClose(client.webSocket().read());
    }
  }

  @Test
  void peersAreReadAtThePaceAndTheFloodIsClosed() {
    try (RawWebSocket peer = RawWebSocket.open(server, "/peerjs?key=peerjs&id=flooder&token=t");
        RawWebSocket other = RawWebSocket.open(server, "/peerjs?key=peerjs&id=other&token=t")) {
      assertThat(peer.text()).isEqualTo("{\"type\":\"OPEN\"}");
      assertThat(other.text()).isEqualTo("{\"type\":\"OPEN\"}");
      flood(
          peer.connection(),
          many(Frame.text("{\"type\":\"CANDIDATE\",\"dst\":\"other\",\"payload\":1}").masked()));
      bystanderIsAnswered();
      assertPolicyClose(peer.read());
      other.send("{\"type\":\"OFFER\",\"dst\":\"other\",\"payload\":\"end\"}");
      int relayed = 0;
      while (!other.text().contains("\"end\"")) {
        relayed++;
      }
      assertThat(relayed).isBetween(BURST, MOST);
    }
  }

  @Test
  void aPostIsAnsweredWhenItsPacketsWereReadAtThePace() {
    PollingClient client = PollingClient.open(server);
    client.post("40");
    HttpAnswer answer =
        client.post(String.join("\u001e", Collections.nCopies(5_000, "42[\"clock\"]")));
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.text()).isEqualTo("{\"code\":4,\"message\":\"Rate limited\"}");
  }

  @Test
  void aPostOfTooManyPacketsEndsTheSession() {
    PollingClient client = PollingClient.open(server);
    client.post("40");
    assertThat(client.post(String.join("\u001e", Collections.nCopies(5_001, "3"))).status())
        .isEqualTo(400);
    assertThat(client.post("3").status()).isEqualTo(400);
    assertThat(Scrape.of(server).limit("FOCUSLY_POST_PACKETS")).isEqualTo(1);
  }

  @Test
  void aShortExcessIsReadLaterAndNothingIsLost() {
    try (SocketIoClient client = SocketIoClient.connect(server)) {
      int asked = BURST + RATE / 5;
      for (int i = 0; i < asked; i++) {
        client.ask("clock");
      }
      for (int i = 0; i < asked; i++) {
        assertThat(client.answer(i).get("ok").booleanValue()).isTrue();
      }
      client.leave();
    }
  }
}
