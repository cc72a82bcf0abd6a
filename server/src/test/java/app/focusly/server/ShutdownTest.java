package app.focusly.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.Frame;
import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShutdownTest {

  /// A DISCONNECT packet would tell `socket.io-client` not to come back.
  @Test
  void clientsOnAllLoopsHearANoticeAndTheirSocketIsClosedWithoutADisconnect() {
    try (TestServer server = TestServer.start()) {
      List<SocketIoClient> clients = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        SocketIoClient client = SocketIoClient.connect(server);
        client.join("r", "u" + i);
        clients.add(client);
      }
      clients.forEach(SocketIoClient::soFar);
      server.stop();
      for (SocketIoClient client : clients) {
        JsonNode notice = client.expect("notice");
        assertThat(notice.get("code").textValue()).isEqualTo("server-going-down");
        assertThat(notice.get("message").textValue()).isNotBlank();
        Frame close = client.webSocket().read();
        while (close.opcode() == Frame.TEXT) {
          assertThat(close.text()).doesNotStartWith("41").startsWith("42[\"user-disconnected\"");
          close = client.webSocket().read();
        }
        assertThat(close.opcode()).isEqualTo(Frame.CLOSE);
        client.close();
      }
    }
  }

  @Test
  void aPollingClientFetchesTheNoticeAndTheEnd() {
    try (TestServer server = TestServer.start(Map.of("FOCUSLY_SHUTDOWN_GRACE", "10s"));
        RawHttp polls = RawHttp.connect(server)) {
      String sid = open(server);
      assertThat(post(server, sid, "40").text()).isEqualTo("ok");
      assertThat(RawHttp.get(server, polling(sid)).text()).startsWith("40{");
      polls.send(RawHttp.request("GET", polling(sid), ""));
      var stopping = CompletableFuture.runAsync(server::stop);
      String said = polls.read().text();
      assertThat(said).startsWith("42[\"notice\",{\"code\":\"server-going-down\"");
      if (!said.endsWith("\u001e1")) { // the end may come by a poll of its own
        assertThat(RawHttp.get(server, polling(sid)).text()).isEqualTo("1");
      }
      assertThat(stopping).succeedsWithin(Duration.ofSeconds(8));
    }
  }

  @Test
  void whileItWaitsForItsClientsItIsNotReadyAndTakesNoNewOnes() throws Exception {
    try (TestServer server = TestServer.start(Map.of("FOCUSLY_SHUTDOWN_GRACE", "1m"))) {
      assertThat(RawHttp.get(server, "/readyz").status()).isEqualTo(200);
      String sid = open(server); // who does not poll
      assertThat(post(server, sid, "40").text()).isEqualTo("ok");
      assertThat(RawHttp.get(server, polling(sid)).text()).startsWith("40{");
      SocketIoClient told = SocketIoClient.connect(server);
      var stopping = CompletableFuture.runAsync(server::stop);
      told.expect("notice");
      assertThat(told.webSocket().closed()).isEqualTo(1000);
      HttpAnswer readiness = RawHttp.get(server, "/readyz");
      assertThat(readiness.status()).isEqualTo(503);
      assertThat(readiness.text()).isEqualTo("stopping");
      assertThat(RawHttp.get(server, "/healthz").status()).isEqualTo(200);
      assertThat(RawHttp.get(server, "/socket.io/?EIO=4&transport=polling").status())
          .isEqualTo(503);
      assertThat(RawHttp.get(server, polling(sid)).text()).contains("server-going-down");
      stopping.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void aClientThatDoesNotFetchItsEndIsWaitedForNoLongerThanTheGrace() throws Exception {
    try (TestServer server = TestServer.start(Map.of("FOCUSLY_SHUTDOWN_GRACE", "200ms"))) {
      open(server);
      CompletableFuture.runAsync(server::stop).get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void peersOnAllLoopsAreToldThatTheServerGoesAway() throws Exception {
    try (TestServer server = TestServer.start(Map.of("FOCUSLY_SHUTDOWN_GRACE", "1m"))) {
      List<RawWebSocket> peers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        peers.add(peer(server, "peer-" + i));
      }
      var stopping = CompletableFuture.runAsync(server::stop);
      for (RawWebSocket peer : peers) {
        assertThat(peer.closed()).isEqualTo(1001);
      }
      stopping.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void whileItWaitsForItsPeersNewOnesAreSentAway() throws Exception {
    try (TestServer server = TestServer.start(Map.of("FOCUSLY_SHUTDOWN_GRACE", "1m"));
        RawWebSocket slow = peer(server, "slow")) {
      var stopping = CompletableFuture.runAsync(server::stop);
      Frame goingAway = slow.read();
      assertThat(goingAway.opcode()).isEqualTo(Frame.CLOSE);
      try (RawWebSocket late = RawWebSocket.open(server, peerPath("late"))) {
        assertThat(late.closed()).isEqualTo(1001);
      }
      assertThat(stopping).isNotDone();
      slow.send(goingAway);
      stopping.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void aPeerThatDoesNotAnswerIsWaitedForNoLongerThanTheGrace() throws Exception {
    try (TestServer server = TestServer.start(Map.of("FOCUSLY_SHUTDOWN_GRACE", "200ms"));
        RawWebSocket deaf = peer(server, "deaf")) {
      CompletableFuture.runAsync(server::stop).get(10, TimeUnit.SECONDS);
      assertThat(deaf.read().status()).isEqualTo(1001);
      deaf.connection().awaitEnd();
    }
  }

  @Test
  void stoppingTwiceIsStoppingOnce() {
    try (TestServer server = TestServer.start()) {
      server.stop();
      server.stop();
    }
  }

  private static RawWebSocket peer(TestServer server, String id) {
    RawWebSocket peer = RawWebSocket.open(server, peerPath(id));
    assertThat(peer.text()).isEqualTo("{\"type\":\"OPEN\"}");
    return peer;
  }

  private static String peerPath(String id) {
    return "/peerjs?key=peerjs&token=t&id=" + id;
  }

  private static String polling(String sid) {
    return "/socket.io/?EIO=4&transport=polling&sid=" + sid;
  }

  private static String open(TestServer server) {
    HttpAnswer answer = RawHttp.get(server, "/socket.io/?EIO=4&transport=polling");
    String text = answer.text();
    int from = text.indexOf("\"sid\":\"") + "\"sid\":\"".length();
    return text.substring(from, text.indexOf('"', from));
  }

  private static HttpAnswer post(TestServer server, String sid, String body) {
    return RawHttp.ask(
        server, "POST", polling(sid), body, "Content-Type: text/plain;charset=UTF-8");
  }
}
