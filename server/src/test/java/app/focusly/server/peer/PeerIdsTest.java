package app.focusly.server.peer;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.Frame;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Who may have an id, and how many one address may have.
class PeerIdsTest {
  private static final String OPEN = "{\"type\":\"OPEN\"}";
  private static final String TAKEN =
      "{\"type\":\"ID-TAKEN\",\"payload\":{\"msg\":\"ID is taken\"}}";

  @AutoClose
  private static final TestServer SERVER =
      TestServer.start(
          Map.of(
              "FOCUSLY_PEERJS_ID_HOLD", "1h",
              "FOCUSLY_PEERJS_ALLOW_DISCOVERY", "true",
              "FOCUSLY_PEERJS_ADDRESS_LIMIT", "2",
              "FOCUSLY_TRUSTED_PROXIES", "127.0.0.1"));

  private static RawWebSocket open(String id, String token, String address) {
    return RawWebSocket.open(
        SERVER, "/peerjs?key=peerjs&id=" + id + "&token=" + token, "X-Forwarded-For: " + address);
  }

  private static void awaitGone(String id) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
    while (RawHttp.get(SERVER, "/peerjs/peers").text().contains("\"" + id + "\"")) {
      assertThat(Instant.now()).isBefore(deadline);
    }
  }

  @Test
  void anIdIsKeptForItsTokenWhenTheConnectionBreaks() {
    RawWebSocket ann = open("ann", "secret", "192.0.2.1");
    assertThat(ann.text()).isEqualTo(OPEN);
    ann.close();
    awaitGone("ann");
    try (RawWebSocket mallory = open("ann", "guess", "192.0.2.1")) {
      assertThat(mallory.text()).isEqualTo(TAKEN);
    }
    try (RawWebSocket again = open("ann", "secret", "192.0.2.1")) {
      assertThat(again.text()).isEqualTo(OPEN);
    }
  }

  @Test
  void anIdIsFreeWhenItsClientSaysGoodbye() {
    RawWebSocket bea = open("bea", "first-page", "192.0.2.2");
    assertThat(bea.text()).isEqualTo(OPEN);
    bea.send(Frame.close(1001)); // as a browser does when its page is left
    assertThat(bea.read().opcode()).isEqualTo(Frame.CLOSE);
    bea.connection().awaitEnd();
    awaitGone("bea");
    try (RawWebSocket reloaded = open("bea", "second-page", "192.0.2.2")) {
      assertThat(reloaded.text()).isEqualTo(OPEN);
    }
  }

  @Test
  void peersAreCountedByTheAddressBehindTheProxy() {
    try (RawWebSocket first = open("c-1", "t", "192.0.2.3")) {
      assertThat(first.text()).isEqualTo(OPEN);
      try (RawWebSocket second = open("c-2", "t", "192.0.2.3")) {
        assertThat(second.text()).isEqualTo(OPEN);
        try (RawWebSocket third = open("c-3", "t", "192.0.2.3");
            RawWebSocket elsewhere = open("c-4", "t", "192.0.2.4")) {
          assertThat(third.text()).contains("Too many peers are connected from this address");
          assertThat(third.closed()).isEqualTo(1000);
          assertThat(elsewhere.text()).isEqualTo(OPEN);
        }
      }
    }
  }
}
