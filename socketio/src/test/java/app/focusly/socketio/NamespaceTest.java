package app.focusly.socketio;

import static app.focusly.socketio.PacketJson.json;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.CloseReason;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamespaceTest {
  private static final int MOST = 10;

  private final TestServer server =
      new TestServer(
          SocketIoOptions.defaults().withClientLimits(new ClientLimits(MOST, MOST, MOST)));
  private final TestClient client = server.client();

  @Test
  void connectIsAnsweredWithASocketId() {
    client.say("0");
    assertThat(client.sent).containsExactly("0{\"sid\":\"s1\"}");
    assertThat(server.sockets).singleElement().extracting(Socket::id).isEqualTo("s1");
    assertThat(server.sockets.getFirst().connected()).isTrue();
  }

  @Test
  void authIsWhatTheClientGave() {
    client.say("0{\"token\":\"123\"}");
    assertThat(server.sockets.getFirst().auth()).isEqualTo(json("{'token':'123'}"));
    assertThat(server.sockets.getFirst().handshake()).isSameAs(TestClient.HANDSHAKE);
  }

  @Test
  void authIsAnEmptyObjectWhenTheClientGaveNone() {
    client.say("0");
    assertThat(server.sockets.getFirst().auth()).isEqualTo(json("{}"));
  }

  @Test
  void customNamespaceHasSocketsOfItsOwn() {
    var names = new ArrayList<String>();
    server.io.of("/custom").onConnection(socket -> names.add(socket.namespace().name()));
    client.say("0", "0/custom,{\"a\":1}");
    assertThat(client.sent).containsExactly("0{\"sid\":\"s1\"}", "0/custom,{\"sid\":\"s2\"}");
    assertThat(names).containsExactly("/custom");
    assertThat(server.sockets).hasSize(1);
  }

  @Test
  void customNamespaceNeedsNoMainOne() {
    server.io.of("/custom");
    client.say("0/custom,");
    assertThat(client.sent).containsExactly("0/custom,{\"sid\":\"s1\"}");
    assertThat(server.sockets).isEmpty();
  }

  @Test
  void sameNameIsTheSameNamespace() {
    assertThat(server.io.of("/")).isSameAs(server.main);
    assertThat(server.main.name()).isEqualTo("/");
  }

  @Test
  void unknownNamespaceIsRefusedAndTheConnectionGoesOn() {
    client.say("0/random,");
    assertThat(client.sent).containsExactly("4/random,{\"message\":\"Invalid namespace\"}");
    assertThat(client.closed).isEmpty();
    client.say("0");
    assertThat(client.sent).endsWith("0{\"sid\":\"s1\"}");
  }

  @Test
  void secondConnectEndsTheConnection() {
    client.say("0", "0");
    assertThat(client.closed).containsExactly(CloseReason.FORCED_CLOSE);
    assertThat(server.sockets).hasSize(1);
    assertThat(server.sockets.getFirst().connected()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2[\"message\"]", "30[]", "1", "4{\"message\":\"no\"}", "2/custom,[\"a\"]"})
  void anythingBeforeConnectEndsTheConnection(String message) {
    client.say(message);
    assertThat(client.closed).containsExactly(CloseReason.FORCED_CLOSE);
    assertThat(client.sent).isEmpty();
  }

  @Test
  void eventBeforeConnectReachesNoListenerEvenAfterwards() {
    var events = new ArrayList<String>();
    server.main.onConnection(socket -> socket.onAny((_, _) -> events.add(socket.id())));
    client.say("2[\"message\"]", "0", "2[\"message\"]");
    assertThat(events).isEmpty();
    assertThat(server.sockets).isEmpty();
  }

  @Test
  void eventOfAnotherNamespaceEndsTheConnection() {
    server.io.of("/custom");
    client.say("0", "2/custom,[\"message\"]");
    assertThat(client.closed).containsExactly(CloseReason.FORCED_CLOSE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4{\"message\":\"no\"}", "4\"no\""})
  void refusalFromAClientEndsTheConnection(String message) {
    client.say("0", message);
    assertThat(client.closed).containsExactly(CloseReason.FORCED_CLOSE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "2{}", "2[\"disconnect\"]", "0[]", ""})
  void malformedPacketEndsTheConnection(String message) {
    client.say("0", message);
    assertThat(client.closed).containsExactly(CloseReason.FORCED_CLOSE);
  }

  @Test
  void attachmentWithoutAPacketEndsTheConnection() {
    client.say("0");
    client.say(new byte[] {1});
    assertThat(client.closed).containsExactly(CloseReason.FORCED_CLOSE);
  }

  @Test
  void nothingIsHeardAfterTheEnd() {
    var events = new ArrayList<String>();
    server.main.onConnection(socket -> socket.onAny((_, _) -> events.add("event")));
    client.say("0", "abc", "2[\"message\"]", "0");
    assertThat(events).isEmpty();
    assertThat(server.sockets).hasSize(1);
  }

  @Test
  void namespaceCanBeJoinedAgainAfterLeaving() {
    client.say("0", "1", "0");
    assertThat(client.sent).containsExactly("0{\"sid\":\"s1\"}", "0{\"sid\":\"s2\"}");
    assertThat(client.closed).isEmpty();
  }

  @Test
  void clientMayJoinAsManyNamespacesAsItMay() {
    joinNamespaces(MOST);
    assertThat(client.sent).hasSize(MOST);
    assertThat(client.closed).isEmpty();
  }

  @Test
  void oneNamespaceMoreIsRefused() {
    joinNamespaces(MOST + 1);
    assertThat(client.sent).endsWith("4/%d,{\"message\":\"Invalid namespace\"}".formatted(MOST));
    assertThat(client.closed).isEmpty();
  }

  @Test
  void checksThatAreStillDecidingCountToo() {
    for (int i = 0; i <= MOST; i++) {
      server.io.of("/" + i).use((_, _) -> {});
      client.say("0/" + i + ",");
    }
    assertThat(client.sent)
        .containsExactly("4/%d,{\"message\":\"Invalid namespace\"}".formatted(MOST));
  }

  private void joinNamespaces(int count) {
    for (int i = 0; i < count; i++) {
      server.io.of("/" + i);
      client.say("0/" + i + ",");
    }
  }
}
