package app.focusly.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.CloseReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The ways in which a socket ends, and what its listeners hear.
class DisconnectTest {
  private final TestServer server = new TestServer();
  private final TestClient client = server.client();
  private final List<String> ends = new ArrayList<>();

  @BeforeEach
  void connect() {
    server.main.onConnection(this::listen);
    server.io.of("/custom").onConnection(this::listen);
    client.say("0", "0/custom,");
    client.sent.clear();
  }

  private void listen(Socket socket) {
    String name = socket.namespace().name();
    socket.onDisconnecting(reason -> ends.add(name + " disconnecting: " + reason.text()));
    socket.onDisconnect(reason -> ends.add(name + " " + reason.text()));
  }

  private Socket main() {
    return server.sockets.getFirst();
  }

  /// A listener was told of a socket that had ended already, and then waited for its end for ever.
  @Test
  void socketThatEndsWithItsFirstPacketIsNoConnection() {
    TestClient slow = server.client();
    slow.closeOnSend = true;
    slow.say("0");
    assertThat(slow.closed).containsExactly(CloseReason.SLOW_CONSUMER);
    assertThat(server.sockets).hasSize(1);
    assertThat(server.rooms.size()).isOne();
  }

  @Test
  void clientLeavesOneNamespace() {
    client.say("1");
    assertThat(ends)
        .containsExactly(
            "/ disconnecting: client namespace disconnect", "/ client namespace disconnect");
    assertThat(client.closed).isEmpty();
    assertThat(client.sent).isEmpty();
    assertThat(main().connected()).isFalse();
  }

  @Test
  void otherNamespaceGoesOn() {
    client.say("1/custom,", "2[\"message\"]");
    assertThat(client.closed).isEmpty();
    assertThat(main().connected()).isTrue();
    assertThat(ends).hasSize(2).allMatch(end -> end.startsWith("/custom "));
  }

  @Test
  void eventAfterLeavingEndsTheConnection() {
    client.say("1", "2[\"message\"]");
    assertThat(client.closed).containsExactly(CloseReason.FORCED_CLOSE);
    assertThat(ends).endsWith("/custom forced server close");
  }

  @Test
  void serverEndsOneSocketAndTellsTheClient() {
    main().disconnect();
    assertThat(client.sent).containsExactly("1");
    assertThat(client.closed).isEmpty();
    assertThat(ends)
        .containsExactly(
            "/ disconnecting: server namespace disconnect", "/ server namespace disconnect");
  }

  @Test
  void secondDisconnectChangesNothing() {
    main().disconnect();
    main().disconnect();
    main().onDisconnect(_ -> ends.add("late"));
    assertThat(client.sent).containsExactly("1");
    assertThat(ends).hasSize(2);
  }

  @Test
  void disconnectFromWithinTheEndChangesNothing() {
    main().onDisconnecting(_ -> main().disconnect());
    main().onDisconnect(_ -> main().disconnectClient());
    client.say("1");
    assertThat(ends).filteredOn(end -> end.startsWith("/ ")).hasSize(2);
  }

  /// The client used to be told nothing, and so connected again.
  @Test
  void serverEndsTheWholeConnectionAndTellsTheClient() {
    main().disconnectClient();
    assertThat(client.sent).containsExactlyInAnyOrder("1", "1/custom,");
    assertThat(client.closed).containsExactly(CloseReason.FORCED_CLOSE);
    assertThat(ends).filteredOn(end -> !end.contains("disconnecting")).hasSize(2);
    assertThat(ends).allMatch(end -> end.endsWith("server namespace disconnect"));
  }

  /// The end used to run again within itself, with another reason.
  @Test
  void disconnectFromWithinTheEndOfTheSessionChangesNothing() {
    main().onDisconnecting(_ -> main().disconnect());
    client.close(CloseReason.TRANSPORT_CLOSE);
    assertThat(ends).hasSize(4).allMatch(end -> end.endsWith("transport close"));
  }

  @Test
  void shutDownIsHeardByEachSocket() {
    client.connection.disconnect(DisconnectReason.SERVER_SHUTTING_DOWN);
    assertThat(client.closed).containsExactly(CloseReason.FORCED_CLOSE);
    assertThat(ends)
        .containsExactlyInAnyOrder(
            "/ disconnecting: server shutting down",
            "/ server shutting down",
            "/custom disconnecting: server shutting down",
            "/custom server shutting down");
  }

  @ParameterizedTest
  @EnumSource
  void endOfTheSessionIsHeardByEachSocketWithItsReason(CloseReason reason) {
    client.close(reason);
    assertThat(ends)
        .containsExactlyInAnyOrder(
            "/ disconnecting: " + reason.text(),
            "/ " + reason.text(),
            "/custom disconnecting: " + reason.text(),
            "/custom " + reason.text());
  }

  @Test
  void brokenRuleIsAForcedServerClose() {
    client.say("0");
    assertThat(ends).contains("/ forced server close", "/custom forced server close");
  }

  @Test
  void malformedPacketIsAForcedClose() {
    client.say("abc");
    assertThat(ends).contains("/ forced close", "/custom forced close");
  }

  @Test
  void endIsHeardOnce() {
    client.close(CloseReason.PING_TIMEOUT);
    client.connection.closed(CloseReason.TRANSPORT_CLOSE);
    client.connection.disconnect(DisconnectReason.SERVER_SHUTTING_DOWN);
    assertThat(ends).hasSize(4).allMatch(end -> end.endsWith("ping timeout"));
  }

  @Test
  void socketIsNotConnectedAnyMoreWhenTheEndIsHeard() {
    main().onDisconnect(_ -> ends.add("connected: " + main().connected()));
    client.say("1");
    assertThat(ends).endsWith("connected: false");
  }

  @ParameterizedTest
  @CsvSource({
    "TRANSPORT_ERROR,             transport error",
    "TRANSPORT_CLOSE,             transport close",
    "FORCED_CLOSE,                forced close",
    "PING_TIMEOUT,                ping timeout",
    "PARSE_ERROR,                 parse error",
    "SLOW_CONSUMER,               slow consumer",
    "SERVER_SHUTTING_DOWN,        server shutting down",
    "FORCED_SERVER_CLOSE,         forced server close",
    "CLIENT_NAMESPACE_DISCONNECT, client namespace disconnect",
    "SERVER_NAMESPACE_DISCONNECT, server namespace disconnect",
  })
  void saysWhatListenersRelyOn(DisconnectReason reason, String text) {
    assertThat(reason.text()).isEqualTo(text);
  }
}
