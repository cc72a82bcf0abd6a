package app.focusly.socketio;

import static app.focusly.socketio.PacketJson.bytes;
import static app.focusly.socketio.PacketJson.json;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.CloseReason;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// The server asks clients for acknowledgements.
class AckTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final int MOST = 10;

  private final TestServer server =
      new TestServer(
          SocketIoOptions.defaults().withClientLimits(new ClientLimits(MOST, MOST, MOST)));
  private final TestClient client = server.connected();
  private final Socket socket = server.sockets.getFirst();
  private final RecordingAckListener listener = new RecordingAckListener();

  @Test
  void answerReachesItsListener() {
    socket.emitWithAck("ask", TIMEOUT, listener, json("1"));
    assertThat(client.sent).containsExactly("20[\"ask\",1]");
    client.say("30[\"yes\",2]");
    assertThat(listener.ends).containsExactly("[\"yes\", 2]");
  }

  @Test
  void bytesMayBeAskedAndAnswered() {
    socket.emitWithAck("ask", TIMEOUT, listener, bytes(1));
    assertThat(client.sent)
        .containsExactly("51-0[\"ask\",{\"_placeholder\":true,\"num\":0}]", "bAQ==");
    client.say("61-0[{\"_placeholder\":true,\"num\":0}]");
    assertThat(listener.ends).isEmpty();
    client.say(new byte[] {2});
    assertThat(listener.ends).hasSize(1);
  }

  @Test
  void numbersAreSharedByTheSocketsOfANamespace() {
    var others = new ArrayList<Socket>();
    server.io.of("/custom").onConnection(others::add);
    TestClient second = server.connected();
    second.say("0/custom,");
    second.sent.clear();
    socket.emitWithAck("ask", TIMEOUT, listener);
    server.sockets.get(1).emitWithAck("ask", TIMEOUT, new RecordingAckListener());
    others.getFirst().emitWithAck("ask", TIMEOUT, new RecordingAckListener());
    assertThat(client.sent).containsExactly("20[\"ask\"]");
    assertThat(second.sent).containsExactly("21[\"ask\"]", "2/custom,0[\"ask\"]");
  }

  @Test
  void onlyTheFirstAnswerCounts() {
    socket.emitWithAck("ask", TIMEOUT, listener);
    client.say("30[1]", "30[2]");
    assertThat(listener.ends).containsExactly("[1]");
    assertThat(client.closed).isEmpty();
  }

  @Test
  void answerToNothingMeansNothing() {
    socket.emitWithAck("ask", TIMEOUT, listener);
    client.say("31[1]", "3999999999999999[1]");
    assertThat(listener.ends).isEmpty();
    assertThat(client.closed).isEmpty();
  }

  @Test
  void answerOfAnotherClientDoesNotCount() {
    TestClient second = server.connected();
    socket.emitWithAck("ask", TIMEOUT, listener);
    second.say("30[1]");
    assertThat(listener.ends).isEmpty();
  }

  @Test
  void missingAnswerTimesOutAndNotBefore() {
    socket.emitWithAck("ask", TIMEOUT, listener);
    client.tick(0);
    assertThat(client.connection.deadlineMillis()).isEqualTo(5_000);
    client.tick(4_999);
    assertThat(listener.ends).isEmpty();
    client.tick(5_000);
    assertThat(listener.ends).containsExactly("timed out");
    assertThat(client.connection.deadlineMillis()).isEqualTo(Long.MAX_VALUE);
    client.say("30[\"late\"]");
    assertThat(listener.ends).hasSize(1);
  }

  /// The time used to run from the last word of the client that is asked, which may be long ago.
  @Test
  void clientThatWasSilentForLongHasItsFullTime() {
    socket.emitWithAck("ask", TIMEOUT, listener);
    assertThat(client.connection.deadlineMillis()).isEqualTo(0);
    client.tick(60_000);
    assertThat(listener.ends).isEmpty();
    assertThat(client.connection.deadlineMillis()).isEqualTo(65_000);
  }

  @Test
  void timeoutsRunInTheirOwnOrder() {
    var shorter = new RecordingAckListener();
    socket.emitWithAck("ask", TIMEOUT, listener);
    socket.emitWithAck("ask", Duration.ofSeconds(1), shorter);
    client.tick(0);
    assertThat(client.connection.deadlineMillis()).isEqualTo(1_000);
    client.tick(1_000);
    assertThat(shorter.ends).containsExactly("timed out");
    assertThat(listener.ends).isEmpty();
    assertThat(client.connection.deadlineMillis()).isEqualTo(5_000);
  }

  @Test
  void leavingTheNamespaceTimesItOut() {
    socket.emitWithAck("ask", TIMEOUT, listener);
    client.say("1");
    assertThat(listener.ends).containsExactly("timed out");
  }

  @Test
  void endOfTheConnectionTimesItOut() {
    socket.emitWithAck("ask", TIMEOUT, listener);
    client.close(CloseReason.TRANSPORT_CLOSE);
    assertThat(listener.ends).containsExactly("timed out");
    assertThat(client.connection.deadlineMillis()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void questionToASocketThatLeftTimesOut() {
    client.say("1");
    socket.emitWithAck("ask", TIMEOUT, listener);
    assertThat(listener.ends).containsExactly("timed out");
    assertThat(client.sent).isEmpty();
  }

  @Test
  void questionWhileLeavingTimesOutToo() {
    socket.onDisconnect(_ -> socket.emitWithAck("ask", TIMEOUT, listener));
    client.say("1");
    assertThat(listener.ends).containsExactly("timed out");
  }

  @Test
  void asManyAnswersAreAwaitedAsMayBe() {
    socket.emitWithAck("ask", TIMEOUT, listener);
    ask(MOST - 1);
    assertThat(listener.ends).isEmpty();
    client.say("30[]");
    assertThat(listener.ends).containsExactly("[]");
  }

  @Test
  void oneMoreTimesOutTheOldest() {
    socket.emitWithAck("ask", TIMEOUT, listener);
    ask(MOST);
    assertThat(listener.ends).containsExactly("timed out");
  }

  private void ask(int times) {
    for (int i = 0; i < times; i++) {
      socket.emitWithAck("ask", TIMEOUT, new RecordingAckListener());
    }
  }
}
