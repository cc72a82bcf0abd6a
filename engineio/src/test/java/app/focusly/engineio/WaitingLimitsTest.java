package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What may wait for a client that reads slowly: at each limit, and one over.
class WaitingLimitsTest {
  private static final int PACKETS = 3;
  private static final int BYTES = 200;
  private static final EngineOptions OPTIONS = EngineOptions.defaults().withWaiting(PACKETS, BYTES);

  @Test
  void asManyPacketsWaitAsMay() {
    var peer = RecordedSession.polling(OPTIONS);
    peer.send("a", "b", "c");
    assertThat(peer.session.open()).isTrue();
    assertThat(peer.poll(1).answer()).isEqualTo("4a\u001e4b\u001e4c");
  }

  @Test
  void onePacketMoreEndsTheSession() {
    var peer = RecordedSession.polling(OPTIONS);
    peer.send("a", "b", "c", "d");
    assertThat(peer.port.closed).containsExactly(CloseReason.SLOW_CONSUMER);
  }

  @Test
  void asManyBytesWaitAsMay() {
    var peer = RecordedSession.polling(OPTIONS);
    peer.send("x".repeat(BYTES - 50), "y".repeat(50));
    assertThat(peer.session.open()).isTrue();
  }

  /// The tick whose ping was one too many left a deadline in the past, and the end without its
  /// time.
  @Test
  void pingMayBeTheOneTooMany() {
    var peer = RecordedSession.polling(OPTIONS);
    peer.send("a", "b", "c");
    peer.tick(RecordedSession.PING_INTERVAL);
    assertThat(peer.port.closed).containsExactly(CloseReason.SLOW_CONSUMER);
    assertThat(peer.session.deadlineMillis())
        .isEqualTo(RecordedSession.PING_INTERVAL + OPTIONS.closeTimeout().toMillis());
  }

  @Test
  void oneByteMoreEndsTheSession() {
    var peer = RecordedSession.polling(OPTIONS);
    peer.send("x".repeat(BYTES - 50), "y".repeat(51));
    assertThat(peer.port.closed).containsExactly(CloseReason.SLOW_CONSUMER);
  }

  @Test
  void binaryCountsAsText() {
    var peer = RecordedSession.polling(OPTIONS);
    peer.session.send(new Packet.Binary(new byte[BYTES]));
    assertThat(peer.session.open()).isTrue();
    peer.session.send(new Packet.Binary(new byte[1]));
    assertThat(peer.port.closed).containsExactly(CloseReason.SLOW_CONSUMER);
  }

  @Test
  void fetchedPacketsDoNotCountAnyMore() {
    var peer = RecordedSession.polling(OPTIONS);
    for (int round = 0; round < 5; round++) {
      peer.send("x".repeat(BYTES - 1), "y");
      peer.poll(round);
    }
    assertThat(peer.session.open()).isTrue();
  }

  @Test
  void slowConsumerFetchesNoMoreThanTheEnd() {
    var peer = RecordedSession.polling(OPTIONS);
    peer.send("a", "b", "c", "d");
    assertThat(peer.poll(1).answer()).isIn("1", "refused: UNKNOWN_SESSION");
    assertThat(peer.port.finished).isOne();
  }

  @Test
  void webSocketMayHoldAsManyBytesAsMayWait() {
    var peer = RecordedSession.webSocket(OPTIONS);
    peer.sink.waitingBytes = BYTES;
    peer.send("a");
    assertThat(peer.session.open()).isTrue();
  }

  @Test
  void webSocketThatHoldsOneByteMoreIsClosed() {
    var peer = RecordedSession.webSocket(OPTIONS);
    peer.sink.waitingBytes = BYTES + 1;
    peer.send("a");
    assertThat(peer.port.closed).containsExactly(CloseReason.SLOW_CONSUMER);
    assertThat(peer.sink.closed).isOne();
    assertThat(peer.port.finished).isOne();
  }

  @Test
  void bodyOfTooManyPacketsEndsTheSession() {
    var peer = RecordedSession.polling(OPTIONS);
    String body = "6\u001e".repeat(PayloadCodec.MAX_PACKETS) + "6";
    assertThat(peer.session.post(body, 1)).isEqualTo(new Refusal.MalformedBody());
    assertThat(peer.port.closed).containsExactly(CloseReason.PARSE_ERROR);
  }

  @Test
  void bodyOfAsManyPacketsAsMayBeIsTaken() {
    var peer = RecordedSession.polling(OPTIONS);
    assertThat(peer.session.post("6\u001e".repeat(PayloadCodec.MAX_PACKETS - 1) + "6", 1)).isNull();
  }
}
