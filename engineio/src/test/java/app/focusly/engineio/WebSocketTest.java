package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketTest {
  private final RecordedSession peer = RecordedSession.webSocket();

  @Test
  void eachPacketIsAFrameOfItsOwn() {
    peer.send("a", "b");
    peer.session.send(new Packet.Binary(new byte[] {1, 2, 3, 4}));
    assertThat(peer.sink.frames).containsExactly("4a", "4b", "bAQIDBA==");
    assertThat(peer.port.flushWanted).isFalse();
  }

  @Test
  void theSamePacketReachesTheSink() {
    Packet packet = new Packet.Text("to many");
    peer.session.send(packet);
    assertThat(peer.sink.packets.getLast()).isSameAs(packet);
  }

  @Test
  void framesAreDeliveredAsMessages() {
    peer.session.text("4hello", 1);
    peer.session.binary(new byte[] {1, 2, 3, 4});
    peer.session.text("4", 2);
    assertThat(peer.port.messages).containsExactly("4hello", "bAQIDBA==", "4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "7", "b*"})
  void malformedFrameEndsTheSession(String frame) {
    peer.session.text(frame, 1);
    assertThat(peer.port.closed).containsExactly(CloseReason.PARSE_ERROR);
    assertThat(peer.sink.closed).isOne();
    assertThat(peer.port.finished).isOne();
  }

  @Test
  void aClientThatSendsNoBytesSendsBase64() {
    peer.session.text("bAQIDBA==", 1);
    assertThat(peer.port.messages).containsExactly("bAQIDBA==");
  }

  @Test
  void aClientThatTakesNoBytesGetsBase64() {
    var textSink = new TextSink(peer.sink);
    textSink.send(new Packet.Binary(new byte[] {1, 2, 3, 4}));
    textSink.send(new Packet.Text("a"));
    assertThat(peer.sink.packets.getLast()).isEqualTo(new Packet.Text("a"));
    assertThat(peer.sink.packets.get(1)).isInstanceOf(Packet.Base64.class);
    assertThat(peer.sink.frames).endsWith("bAQIDBA==", "4a");
  }

  @Test
  void whatAClientThatTakesNoBytesHasYetToReadIsItsConnections() {
    var textSink = new TextSink(peer.sink);
    peer.sink.waitingBytes = 7;
    peer.sink.writable = false;
    assertThat(textSink.waitingBytes()).isEqualTo(7);
    assertThat(textSink.writable()).isFalse();
    textSink.close();
    assertThat(peer.sink.closed).isOne();
  }

  @Test
  void closePacketEndsTheSession() {
    peer.session.text("1", 1);
    assertThat(peer.port.closed).containsExactly(CloseReason.TRANSPORT_CLOSE);
    assertThat(peer.sink.closed).isOne();
    assertThat(peer.port.finished).isOne();
  }

  @Test
  void closedConnectionEndsTheSession() {
    peer.session.webSocketClosed(CloseReason.TRANSPORT_CLOSE);
    assertThat(peer.port.closed).containsExactly(CloseReason.TRANSPORT_CLOSE);
    assertThat(peer.port.finished).isOne();
  }

  @Test
  void brokenConnectionEndsTheSession() {
    peer.session.webSocketClosed(CloseReason.TRANSPORT_ERROR);
    assertThat(peer.port.closed).containsExactly(CloseReason.TRANSPORT_ERROR);
  }

  @Test
  void closeOfAnEndedConnectionMeansNothing() {
    peer.session.close(CloseReason.FORCED_CLOSE);
    peer.session.webSocketClosed(CloseReason.TRANSPORT_CLOSE);
    assertThat(peer.port.closed).containsExactly(CloseReason.FORCED_CLOSE);
  }

  @Test
  void framesAfterTheEndAreDropped() {
    peer.session.close(CloseReason.FORCED_CLOSE);
    peer.session.text("4late", 1);
    peer.session.binary(new byte[] {1});
    assertThat(peer.port.messages).isEmpty();
  }

  @Test
  void isWritableAsItsConnectionIs() {
    assertThat(peer.session.writable()).isTrue();
    peer.sink.writable = false;
    assertThat(peer.session.writable()).isFalse();
  }

  @Test
  void secondConnectionOfTheSessionMayNotTryAnUpgrade() {
    var second = new RecordingSink();
    assertThat(peer.session.probe(second, 1)).isFalse();
    peer.session.text("4hello", 2);
    assertThat(peer.port.messages).containsExactly("4hello");
  }

  @Test
  void pollIsRefusedAndTheSessionGoesOn() {
    assertThat(peer.poll(1).answer()).isEqualTo("refused: BAD_REQUEST");
    assertThat(peer.session.open()).isTrue();
  }
}
