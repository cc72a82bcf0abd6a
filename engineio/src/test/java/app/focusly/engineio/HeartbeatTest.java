package app.focusly.engineio;

import static app.focusly.engineio.RecordedSession.PING_INTERVAL;
import static app.focusly.engineio.RecordedSession.PING_TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

  @Test
  void pingComesAfterTheIntervalAndNotBefore() {
    var peer = RecordedSession.webSocket();
    assertThat(peer.session.deadlineMillis()).isEqualTo(PING_INTERVAL);
    peer.tick(PING_INTERVAL - 1);
    assertThat(peer.sink.frames).isEmpty();
    peer.tick(PING_INTERVAL);
    assertThat(peer.sink.frames).containsExactly("2");
  }

  @Test
  void nextPingComesAnIntervalAfterThePong() {
    var peer = RecordedSession.webSocket();
    long now = PING_INTERVAL;
    for (int beat = 1; beat <= 3; beat++) {
      peer.tick(now);
      assertThat(peer.sink.frames).hasSize(beat).containsOnly("2");
      peer.session.text("3", now + 70);
      now += 70 + PING_INTERVAL;
      assertThat(peer.session.deadlineMillis()).isEqualTo(now);
    }
    assertThat(peer.session.open()).isTrue();
  }

  @Test
  void clientThatDoesNotAnswerIsGivenUp() {
    var peer = RecordedSession.webSocket();
    peer.tick(PING_INTERVAL);
    assertThat(peer.session.deadlineMillis()).isEqualTo(PING_INTERVAL + PING_TIMEOUT);
    peer.tick(PING_INTERVAL + PING_TIMEOUT - 1);
    assertThat(peer.session.open()).isTrue();
    peer.tick(PING_INTERVAL + PING_TIMEOUT);
    assertThat(peer.port.closed).containsExactly(CloseReason.PING_TIMEOUT);
    assertThat(peer.sink.closed).isOne();
    assertThat(peer.port.finished).isOne();
  }

  @Test
  void messagesAreNoPong() {
    var peer = RecordedSession.webSocket();
    peer.tick(PING_INTERVAL);
    peer.session.text("4hello", PING_INTERVAL + 1);
    peer.tick(PING_INTERVAL + PING_TIMEOUT);
    assertThat(peer.port.closed).containsExactly(CloseReason.PING_TIMEOUT);
  }

  @Test
  void timerThatIsALittleLateDoesNotMoveTheEnd() {
    var peer = RecordedSession.webSocket();
    peer.tick(PING_INTERVAL + 50);
    assertThat(peer.session.deadlineMillis()).isEqualTo(PING_INTERVAL + PING_TIMEOUT);
  }

  @Test
  void longerHaltOfTheServerIsNotTheClientsFault() {
    var peer = RecordedSession.webSocket();
    peer.tick(PING_INTERVAL + 7_000);
    assertThat(peer.session.deadlineMillis()).isEqualTo(PING_INTERVAL + 7_000 + PING_TIMEOUT - 50);
  }

  @Test
  void ofAVeryShortTimeoutHalfIsLeftWhateverTheTimer() {
    var options =
        RecordedSession.OPTIONS.withHeartbeat(Duration.ofMillis(300), Duration.ofMillis(20));
    var peer = RecordedSession.webSocket(options);
    peer.tick(350);
    assertThat(peer.session.deadlineMillis()).isEqualTo(360);
  }

  /// The poll used to be answered when it was faster than the timer.
  @Test
  void pollOfAClientWhoseTimeIsOverFindsNoSession() {
    var peer = RecordedSession.polling();
    peer.tick(PING_INTERVAL);
    RecordingPoll poll = peer.poll(PING_INTERVAL + PING_TIMEOUT);
    assertThat(poll.answer()).isEqualTo("refused: UNKNOWN_SESSION");
    assertThat(peer.port.closed).containsExactly(CloseReason.PING_TIMEOUT);
  }

  @Test
  void pingIsFetchedByAPollAndAnsweredByAPost() {
    var peer = RecordedSession.polling();
    RecordingPoll poll = peer.poll(1);
    peer.tick(PING_INTERVAL);
    assertThat(poll.answer()).isEqualTo("2");
    assertThat(peer.session.post("3", PING_INTERVAL + 1)).isNull();
    peer.tick(PING_INTERVAL + PING_TIMEOUT);
    assertThat(peer.session.open()).isTrue();
    assertThat(peer.session.deadlineMillis()).isEqualTo(2 * PING_INTERVAL + 1);
  }

  @Test
  void pollingClientThatDoesNotAnswerIsForgottenAtOnce() {
    var peer = RecordedSession.polling();
    peer.tick(PING_INTERVAL);
    peer.tick(PING_INTERVAL + PING_TIMEOUT);
    assertThat(peer.port.closed).containsExactly(CloseReason.PING_TIMEOUT);
    assertThat(peer.port.finished).isOne();
  }

  @Test
  void pollIsAnsweredWhenItsClientIsGivenUp() {
    var peer = RecordedSession.polling();
    peer.tick(PING_INTERVAL);
    peer.poll(PING_INTERVAL);
    RecordingPoll poll = peer.poll(PING_INTERVAL + 1);
    peer.tick(PING_INTERVAL + PING_TIMEOUT);
    assertThat(poll.answer()).isEqualTo("1");
  }

  @Test
  void pingFromAClientIsTheWrongDirection() {
    var peer = RecordedSession.webSocket();
    peer.session.text("2", 1);
    assertThat(peer.port.closed).containsExactly(CloseReason.TRANSPORT_ERROR);
  }

  @Test
  void pingInABodyIsTheWrongDirection() {
    var peer = RecordedSession.polling();
    peer.session.post("2\u001e4late", 1);
    assertThat(peer.port.closed).containsExactly(CloseReason.TRANSPORT_ERROR);
    assertThat(peer.port.messages).isEmpty();
    assertThat(peer.port.finished).isOne();
  }
}
