package app.focusly.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.Frame;
import app.focusly.server.testing.PollingClient;
import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketIoPacketsTest {
  private static final String SOCKET_IO = "/socket.io/?EIO=4&transport=websocket";

  @AutoClose private static final TestServer SERVER = TestServer.start();

  private static RawWebSocket open() {
    RawWebSocket webSocket = RawWebSocket.open(SERVER, SOCKET_IO);
    assertThat(webSocket.text()).startsWith("0{").contains("\"upgrades\":[]");
    return webSocket;
  }

  private static RawWebSocket connected() {
    RawWebSocket webSocket = open();
    webSocket.send("40");
    assertThat(webSocket.text()).startsWith("40{\"sid\":\"");
    return webSocket;
  }

  @ParameterizedTest
  @ValueSource(strings = {"42[\"clock\"]", "41", "430[]", "44{}", "42/custom,[\"clock\"]"})
  void whatComesBeforeConnectEndsTheSession(String message) {
    try (RawWebSocket webSocket = open()) {
      webSocket.send(message);
      assertThat(webSocket.closed()).isEqualTo(1000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"40", "4", "4abc", "42", "42[]", "42{}", "42[\"connect\"]", "44{}", "49"})
  void whatBreaksTheProtocolEndsTheSession(String message) {
    try (RawWebSocket webSocket = connected()) {
      webSocket.send(message);
      assertThat(webSocket.closed()).isEqualTo(1000);
    }
  }

  @Test
  void anUnknownNamespaceIsRefusedAndTheConnectionStays() {
    try (RawWebSocket webSocket = open()) {
      webSocket.send("40/nowhere,{\"token\":\"t\"}");
      assertThat(webSocket.text()).isEqualTo("44/nowhere,{\"message\":\"Invalid namespace\"}");
      webSocket.send("40");
      assertThat(webSocket.text()).startsWith("40{");
    }
  }

  @Test
  void thePublicIdIsNotTheSecretOne() {
    PollingClient client = PollingClient.open(SERVER);
    client.post("40");
    assertThat(client.poll().text()).startsWith("40{\"sid\":\"").doesNotContain(client.sid());
  }

  @Test
  void anEventWithAttachmentsIsWholeWhenTheLastHasCome() {
    try (RawWebSocket webSocket = connected()) {
      webSocket.send(
          "452-0[\"clock\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]");
      webSocket.send(Frame.whole(Frame.BINARY, new byte[] {1, 2, 3}));
      webSocket.send(Frame.whole(Frame.PING, new byte[0]));
      assertThat(webSocket.read().opcode()).as("no answer yet").isEqualTo(Frame.PONG);
      webSocket.send(Frame.whole(Frame.BINARY, new byte[0]));
      assertThat(webSocket.text()).startsWith("430[{\"ok\":true");
    }
  }

  @Test
  void attachmentsComeByPollingAsBase64() {
    PollingClient client = PollingClient.open(SERVER).connect();
    client.post("451-0[\"clock\",{\"_placeholder\":true,\"num\":0}]\u001ebAQID");
    assertThat(client.poll().text()).startsWith("430[{\"ok\":true");
  }

  @Test
  void bytesWhereARoomIdIsWantedAreRefused() {
    try (RawWebSocket webSocket = connected()) {
      webSocket.send("451-0[\"join-room\",{\"_placeholder\":true,\"num\":0}]");
      webSocket.send(Frame.whole(Frame.BINARY, new byte[] {1}));
      assertThat(webSocket.text()).startsWith("430[{\"ok\":false,\"code\":\"invalid-payload\"");
    }
  }

  @Test
  void anAttachmentThatNobodyAnnouncedEndsTheSession() {
    try (RawWebSocket webSocket = connected()) {
      webSocket.send(Frame.whole(Frame.BINARY, new byte[] {1}));
      assertThat(webSocket.closed()).isEqualTo(1000);
    }
  }

  @Test
  void aDisconnectLeavesTheNamespaceAndAConnectComesBack() {
    try (RawWebSocket webSocket = connected()) {
      webSocket.send("41");
      webSocket.send("40");
      assertThat(webSocket.text()).startsWith("40{");
    }
  }

  /// Whatever way they ended, as many find place again.
  @Test
  void sessionsAreForgottenWhenTheyHaveEnded() {
    int limit = 4;
    try (TestServer server =
        TestServer.start(Map.of("FOCUSLY_MAX_SESSIONS", Integer.toString(limit)))) {
      for (int round = 0; round < 5; round++) {
        List<RawWebSocket> sockets = new ArrayList<>();
        for (int i = 0; i < limit; i++) {
          sockets.add(placeFor(server));
        }
        sockets.getFirst().send(Frame.close(1000));
        sockets.get(1).close();
        sockets.get(2).connection().reset();
        sockets.getLast().connection().send(Frame.text("40").unmasked());
        for (int i = 0; i < limit; i++) {
          sockets.add(placeFor(server));
        }
        sockets.forEach(RawWebSocket::close);
      }
    }
  }

  /// Asks until there is place for one more.
  private static RawWebSocket placeFor(TestServer server) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
    while (true) {
      try {
        RawWebSocket webSocket = RawWebSocket.open(server, SOCKET_IO);
        assertThat(webSocket.text()).startsWith("0{");
        return webSocket;
      } catch (AssertionError full) {
        assertThat(full).hasMessageContaining("Too many sessions");
        assertThat(Instant.now()).isBefore(deadline);
      }
    }
  }
}
