package app.focusly.server.peer;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.Frame;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerSocketsTest {
  private static final String OPEN = "{\"type\":\"OPEN\"}";

  @AutoClose
  private static final TestServer SERVER =
      TestServer.start(Map.of("FOCUSLY_PEERJS_EXPIRE_TIMEOUT", "300ms"));

  private static RawWebSocket open(String id, String token) {
    return RawWebSocket.open(SERVER, path("/peerjs", id, token));
  }

  private static String path(String path, String id, String token) {
    return path + "?key=peerjs&id=" + id + "&token=" + token + "&version=1.5.5";
  }

  private static RawWebSocket peer(String id) {
    RawWebSocket peer = open(id, "token-of-" + id);
    assertThat(peer.text()).isEqualTo(OPEN);
    return peer;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/peerjs", "/peerjs/peerjs"})
  void aSocketOpensInBothShapesOfTheUrl(String path) {
    try (RawWebSocket peer = RawWebSocket.open(SERVER, path(path, "shape", "t"))) {
      assertThat(peer.text()).isEqualTo(OPEN);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          key=wrong&id=a&token=t | Invalid key provided
          key=peerjs&id=a        | No id, token, or key supplied to websocket server
          id=a&token=t           | No id, token, or key supplied to websocket server
          key=peerjs&token=t&id= | No id, token, or key supplied to websocket server
          """)
  void anIncompleteOrForeignHandshakeIsToldWhyAndClosed(String query, String message) {
    try (RawWebSocket peer = RawWebSocket.open(SERVER, "/peerjs?" + query)) {
      assertThat(peer.text())
          .isEqualTo("{\"type\":\"ERROR\",\"payload\":{\"msg\":\"" + message + "\"}}");
      assertThat(peer.closed()).isEqualTo(1000);
    }
  }

  @Test
  void messagesGoBetweenPeersOfAllLoops() {
    List<RawWebSocket> peers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      peers.add(peer("relay-" + i));
    }
    for (int from = 0; from < peers.size(); from++) {
      for (int to = 0; to < peers.size(); to++) {
        if (from != to) {
          peers
              .get(from)
              .send(
                  "{\"type\":\"OFFER\",\"dst\":\"relay-%d\",\"payload\":{\"n\":%d}}"
                      .formatted(to, from));
          assertThat(peers.get(to).text())
              .isEqualTo(
                  "{\"type\":\"OFFER\",\"dst\":\"relay-%d\",\"payload\":{\"n\":%d},\"src\":\"relay-%d\"}"
                      .formatted(to, from, from));
        }
      }
    }
    peers.forEach(RawWebSocket::close);
  }

  @Test
  void aBinaryFrameIsReadAsText() {
    try (RawWebSocket ann = peer("binary-a");
        RawWebSocket bea = peer("binary-b")) {
      String message = "{\"type\":\"ANSWER\",\"dst\":\"binary-b\",\"src\":\"somebody else\"}";
      ann.send(Frame.whole(Frame.BINARY, message.getBytes(StandardCharsets.UTF_8)));
      assertThat(bea.text())
          .isEqualTo("{\"type\":\"ANSWER\",\"dst\":\"binary-b\",\"src\":\"binary-a\"}");
    }
  }

  @Test
  void whatIsNoMessageIsIgnored() {
    try (RawWebSocket ann = peer("broken-a");
        RawWebSocket bea = peer("broken-b")) {
      ann.send("{");
      ann.send("7");
      ann.send("{\"type\":\"COFFEE\",\"dst\":\"broken-b\"}");
      ann.send("{\"type\":\"OFFER\",\"dst\":\"broken-b\"}");
      assertThat(bea.text())
          .isEqualTo("{\"type\":\"OFFER\",\"dst\":\"broken-b\",\"src\":\"broken-a\"}");
    }
  }

  @Test
  void anIdThatIsTakenIsRefusedToAnotherToken() {
    try (RawWebSocket first = peer("taken")) {
      try (RawWebSocket second = open("taken", "another")) {
        assertThat(second.text())
            .isEqualTo("{\"type\":\"ID-TAKEN\",\"payload\":{\"msg\":\"ID is taken\"}}");
        assertThat(second.closed()).isEqualTo(1000);
      }
      first.send("{\"type\":\"OFFER\",\"dst\":\"taken\"}");
      assertThat(first.text()).contains("\"src\":\"taken\"");
    }
  }

  @Test
  void theSameTokenTakesItsIdOver() {
    try (RawWebSocket old = peer("mine");
        RawWebSocket fresh = open("mine", "token-of-mine");
        RawWebSocket bea = peer("over-b")) {
      assertThat(fresh.text()).isEqualTo(OPEN);
      assertThat(old.closed()).isEqualTo(1000);
      bea.send("{\"type\":\"OFFER\",\"dst\":\"mine\"}");
      assertThat(fresh.text()).contains("\"src\":\"over-b\"");
    }
  }

  @Test
  void aMessageForAnAbsentPeerWaitsForItAndComesBehindOpen() {
    try (RawWebSocket ann = peer("wait-a")) {
      ann.send("{\"type\":\"OFFER\",\"dst\":\"wait-b\"}");
      ann.send("{\"type\":\"OFFER\",\"dst\":\"wait-a\"}");
      assertThat(ann.text()).as("the offers are with the broker").contains("\"src\":\"wait-a\"");
      try (RawWebSocket bea = open("wait-b", "t")) {
        assertThat(bea.text()).isEqualTo(OPEN);
        assertThat(bea.text()).contains("\"src\":\"wait-a\"");
      }
    }
  }

  @Test
  void aMessageForAPeerThatNeverComesExpires() {
    try (RawWebSocket ann = peer("expire-a")) {
      ann.send("{\"type\":\"OFFER\",\"dst\":\"nobody\"}");
      assertThat(ann.text())
          .isEqualTo("{\"type\":\"EXPIRE\",\"src\":\"nobody\",\"dst\":\"expire-a\"}");
    }
  }

  @Test
  void aSilentPeerIsClosedAndOneThatPingsIsNot() {
    try (TestServer server = TestServer.start(Map.of("FOCUSLY_PEERJS_ALIVE_TIMEOUT", "1s"));
        RawWebSocket silent = RawWebSocket.open(server, path("/peerjs", "silent", "t"));
        RawWebSocket alive = RawWebSocket.open(server, path("/peerjs", "alive", "t"))) {
      assertThat(silent.text()).isEqualTo(OPEN);
      assertThat(alive.text()).isEqualTo(OPEN);
      Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
      while (!isClosed(server, "silent")) {
        assertThat(Instant.now()).isBefore(deadline);
        alive.send(Frame.whole(Frame.PING, new byte[0]));
        assertThat(alive.read().opcode()).isEqualTo(Frame.PONG);
      }
      assertThat(silent.closed()).isEqualTo(1000);
      alive.send("{\"type\":\"OFFER\",\"dst\":\"alive\"}");
      assertThat(alive.text()).contains("\"src\":\"alive\"");
    }
  }

  /// Its id is free for another token.
  private static boolean isClosed(TestServer server, String id) {
    try (RawWebSocket taker = RawWebSocket.open(server, path("/peerjs", id, "another"))) {
      return taker.text().equals(OPEN);
    }
  }

  @Test
  void allAreForgottenWhenTheirSocketsHaveClosed() {
    try (TestServer server =
        TestServer.start(
            Map.of(
                "FOCUSLY_PEERJS_ALLOW_DISCOVERY", "true",
                "FOCUSLY_PEERJS_CONCURRENT_LIMIT", "4"))) {
      for (int round = 0; round < 5; round++) {
        List<RawWebSocket> peers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          RawWebSocket peer = RawWebSocket.open(server, path("/peerjs", round + "-" + i, "t"));
          assertThat(peer.text()).isEqualTo(OPEN);
          peers.add(peer);
        }
        try (RawWebSocket fifth = RawWebSocket.open(server, path("/peerjs", "fifth", "t"))) {
          assertThat(fifth.text()).contains("Server has reached its concurrent user limit");
          assertThat(fifth.closed()).isEqualTo(1000);
        }
        peers.getFirst().send(Frame.close(1000));
        peers.get(1).close();
        peers.get(2).connection().reset();
        peers.getLast().connection().send(Frame.text("{}").unmasked());
        Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
        while (!RawHttp.get(server, "/peerjs/peers").text().equals("[]")) {
          assertThat(Instant.now()).isBefore(deadline);
        }
        peers.forEach(RawWebSocket::close);
      }
    }
  }
}
