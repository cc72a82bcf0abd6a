package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The server ends a session: how the client hears of it.
class ServerCloseTest {
  private static final long CLOSE_TIMEOUT = RecordedSession.OPTIONS.closeTimeout().toMillis();

  @Test
  void openPollFetchesTheEnd() {
    var peer = RecordedSession.polling();
    RecordingPoll poll = peer.poll(1);
    peer.session.close(CloseReason.FORCED_CLOSE);
    assertThat(poll.answer()).isEqualTo("1");
    assertThat(peer.port.closed).containsExactly(CloseReason.FORCED_CLOSE);
    assertThat(peer.port.finished).isOne();
  }

  @Test
  void openPollFetchesTheTurnsMessagesWithTheEnd() {
    var peer = RecordedSession.polling();
    RecordingPoll poll = peer.poll(1);
    peer.session.send(new Packet.Text("bye"));
    peer.session.close(CloseReason.FORCED_CLOSE);
    peer.endTurn();
    assertThat(poll.answer()).isEqualTo("4bye\u001e1");
    assertThat(peer.port.finished).isOne();
  }

  @Test
  void nextPollFetchesWhatWaitedAndTheEnd() {
    var peer = RecordedSession.polling();
    peer.send("bye");
    peer.session.close(CloseReason.FORCED_CLOSE);
    assertThat(peer.port.closed).containsExactly(CloseReason.FORCED_CLOSE);
    assertThat(peer.port.finished).isZero();
    assertThat(peer.session.open()).isFalse();
    assertThat(peer.poll(1).answer()).isEqualTo("4bye\u001e1");
    assertThat(peer.port.finished).isOne();
  }

  @Test
  void endThatNobodyFetchesTimesOut() {
    var peer = RecordedSession.polling();
    peer.session.close(CloseReason.FORCED_CLOSE);
    peer.tick(5);
    assertThat(peer.session.deadlineMillis()).isEqualTo(5 + CLOSE_TIMEOUT);
    peer.tick(5 + CLOSE_TIMEOUT - 1);
    assertThat(peer.port.finished).isZero();
    peer.tick(5 + CLOSE_TIMEOUT);
    assertThat(peer.port.finished).isOne();
    assertThat(peer.session.deadlineMillis()).isEqualTo(Long.MAX_VALUE);
  }

  /// The deadline used to be the least long there is, from which no owner can subtract its clock.
  @Test
  void timeoutWaitsForATickThatIsDueAtOnce() {
    var peer = RecordedSession.polling();
    peer.session.close(CloseReason.FORCED_CLOSE);
    assertThat(Math.subtractExact(peer.session.deadlineMillis(), 5)).isNegative();
  }

  @Test
  void noMessageComesFromAClientThatHasNotFetchedTheEnd() {
    var peer = RecordedSession.polling();
    peer.session.close(CloseReason.FORCED_CLOSE);
    peer.session.post("4late", 1);
    assertThat(peer.port.messages).isEmpty();
    assertThat(peer.poll(2).answer()).endsWith("1");
  }

  @Test
  void whatIsSentAfterwardsIsDropped() {
    var peer = RecordedSession.polling();
    peer.port.onClosed = () -> peer.session.send(new Packet.Text("late"));
    peer.session.close(CloseReason.FORCED_CLOSE);
    peer.send("later");
    assertThat(peer.poll(1).answer()).isEqualTo("1");
  }

  @Test
  void secondCloseChangesNothing() {
    var peer = RecordedSession.polling();
    peer.session.close(CloseReason.FORCED_CLOSE);
    peer.session.close(CloseReason.PING_TIMEOUT);
    assertThat(peer.port.closed).containsExactly(CloseReason.FORCED_CLOSE);
  }

  @Test
  void pollAfterTheEndIsRefused() {
    var peer = RecordedSession.polling();
    peer.session.close(CloseReason.FORCED_CLOSE);
    peer.poll(1);
    assertThat(peer.poll(2).answer()).isEqualTo("refused: UNKNOWN_SESSION");
  }

  @Test
  void webSocketIsClosedAtOnce() {
    var peer = RecordedSession.webSocket();
    peer.session.close(CloseReason.FORCED_CLOSE);
    assertThat(peer.sink.closed).isOne();
    assertThat(peer.port.closed).containsExactly(CloseReason.FORCED_CLOSE);
    assertThat(peer.port.finished).isOne();
    peer.send("late");
    assertThat(peer.sink.frames).doesNotContain("4late");
  }
}
