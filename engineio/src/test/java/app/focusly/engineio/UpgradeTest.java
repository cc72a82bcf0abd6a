package app.focusly.engineio;

import static app.focusly.engineio.RecordedSession.OPTIONS;
import static app.focusly.engineio.RecordedSession.PING_INTERVAL;
import static app.focusly.engineio.RecordedSession.PING_TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpgradeTest {
  private static final long UPGRADE_TIMEOUT = RecordedSession.OPTIONS.upgradeTimeout().toMillis();

  @Test
  void probeIsAnsweredOnItsOwnConnection() {
    var peer = RecordedSession.polling();
    assertThat(peer.session.probe(peer.sink, 0)).isTrue();
    assertThat(peer.sink.frames).isEmpty();
    peer.probeText("2probe", 1);
    assertThat(peer.sink.frames).containsExactly("3probe");
    assertThat(peer.session.onPolling()).isTrue();
  }

  @Test
  void upgradePacketMovesTheSession() {
    var peer = RecordedSession.probing();
    peer.probeText("5", 1);
    assertThat(peer.session.onPolling()).isFalse();
    peer.session.text("4hello", 2);
    peer.send("hi");
    assertThat(peer.port.messages).containsExactly("4hello");
    assertThat(peer.sink.frames).containsExactly("4hi");
  }

  @Test
  void pollThatIsOpenWhenTheProbeSpeaksEndsAtOnce() {
    var peer = RecordedSession.polling();
    RecordingPoll poll = peer.poll(1);
    peer.session.probe(peer.sink, 2);
    peer.probeText("2probe", 3);
    assertThat(poll.answer()).isEqualTo("6");
  }

  @Test
  void pollThatComesLaterIsEndedWithANoopAfter100Millis() {
    var peer = RecordedSession.probing();
    for (long now = 10; now < 1_000; now += 110) {
      RecordingPoll poll = peer.poll(now);
      peer.tick(now + 99);
      assertThat(poll.answered()).isFalse();
      assertThat(peer.session.deadlineMillis()).isEqualTo(now + 100);
      peer.tick(now + 100);
      assertThat(poll.answer()).isEqualTo("6");
    }
  }

  @Test
  void probeOfAClientThatHasPausedPollingNeedsNoTick() {
    var peer = RecordedSession.probing();
    assertThat(peer.session.deadlineMillis()).isEqualTo(UPGRADE_TIMEOUT);
  }

  @Test
  void noNoopBeforeTheProbeHasSpoken() {
    var peer = RecordedSession.polling();
    RecordingPoll poll = peer.poll(1);
    peer.session.probe(peer.sink, 1);
    peer.tick(500);
    assertThat(poll.answered()).isFalse();
  }

  @Test
  void noNoopWaitsForAClientThatHasPausedPolling() {
    var peer = RecordedSession.probing();
    for (long now = 100; now <= 900; now += 100) {
      peer.tick(now);
    }
    peer.probeText("5", 950);
    assertThat(peer.sink.frames).isEmpty();
  }

  /// The poll used to be answered with a noop when it was faster than the move that its client had
  /// sent before it, on another connection, and to be refused when it was not.
  @Test
  void pollThatOvertookTheMoveIsRefused() {
    var peer = RecordedSession.probing();
    RecordingPoll poll = peer.poll(1);
    peer.probeText("5", 100);
    assertThat(poll.answer()).isEqualTo("refused: BAD_REQUEST");
    peer.session.text("4hello", 101);
    assertThat(peer.port.messages).containsExactly("4hello");
  }

  @Test
  void whatWaitsForAPollThatOvertookTheMoveGoesOverTheNewTransport() {
    var peer = RecordedSession.probing();
    peer.poll(1);
    peer.session.send(new Packet.Text("same turn"));
    peer.probeText("5", 2);
    assertThat(peer.sink.frames).containsExactly("4same turn");
  }

  @Test
  void probeIsTurnedAwayWhereNoUpgradeIsAllowed() {
    var peer = RecordedSession.polling(OPTIONS.withTransports(OPTIONS.transports(), false));
    assertThat(peer.session.probe(peer.sink, 1)).isFalse();
    peer.send("still here");
    assertThat(peer.poll(2).answer()).isEqualTo("4still here");
  }

  @Test
  void packetsSentDuringTheUpgradeArriveOnceAndInOrder() {
    var peer = RecordedSession.polling();
    peer.send("1");
    peer.session.probe(peer.sink, 0);
    peer.send("2");
    assertThat(peer.poll(1).answer()).isEqualTo("41\u001e42");
    RecordingPoll poll = peer.poll(2);
    peer.send("3");
    assertThat(poll.answer()).isEqualTo("43");
    poll = peer.poll(3);
    peer.probeText("2probe", 3);
    peer.tick(103);
    assertThat(poll.answer()).isEqualTo("6");
    peer.send("4");
    peer.tick(203);
    peer.send("5");
    peer.probeText("5", 204);
    peer.send("6");
    assertThat(peer.sink.frames).containsExactly("3probe", "44", "45", "46");
    assertThat(peer.poll(205).answer()).isEqualTo("refused: BAD_REQUEST");
  }

  @Test
  void messagesPostedDuringTheUpgradeComeBeforeThoseOfTheNewTransport() {
    var peer = RecordedSession.probing();
    peer.session.post("4a", 1);
    peer.probeText("5", 2);
    peer.session.text("4b", 3);
    assertThat(peer.port.messages).containsExactly("4a", "4b");
  }

  @Test
  void secondProbeIsTurnedAwayAndTheFirstGoesOn() {
    var peer = RecordedSession.probing();
    assertThat(peer.session.probe(new RecordingSink(), 1)).isFalse();
    peer.probeText("5", 2);
    assertThat(peer.session.onPolling()).isFalse();
  }

  @Test
  void secondUpgradeIsTurnedAwayAndTheSessionGoesOn() {
    var peer = RecordedSession.upgraded();
    assertThat(peer.session.probe(new RecordingSink(), 1)).isFalse();
    peer.session.text("4hello", 2);
    assertThat(peer.port.messages).containsExactly("4hello");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "3probe", "2", "2other", "4hello", "1", "", "abc"})
  void probeThatBeginsWithAnythingElseIsClosed(String frame) {
    var peer = RecordedSession.polling();
    peer.session.probe(peer.sink, 0);
    peer.probeText(frame, 1);
    assertProbeFailed(peer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3probe", "4hello", "1", "", "abc"})
  void probeThatGoesOnWithAnythingElseIsClosed(String frame) {
    var peer = RecordedSession.probing();
    peer.probeText(frame, 1);
    assertProbeFailed(peer);
  }

  @Test
  void upgradeThatTakesTooLongIsClosed() {
    var peer = RecordedSession.probing();
    peer.tick(UPGRADE_TIMEOUT - 1);
    assertThat(peer.sink.closed).isZero();
    peer.tick(UPGRADE_TIMEOUT);
    assertProbeFailed(peer);
  }

  @Test
  void probeThatNeverSpeaksIsClosed() {
    var peer = RecordedSession.polling();
    peer.session.probe(peer.sink, 0);
    assertThat(peer.session.deadlineMillis()).isEqualTo(UPGRADE_TIMEOUT);
    peer.tick(UPGRADE_TIMEOUT);
    assertProbeFailed(peer);
  }

  @Test
  void probeWhoseConnectionBrokeMayBeFollowedByAnother() {
    var peer = RecordedSession.probing();
    peer.session.probeClosed(peer.sink);
    var second = new RecordingSink();
    assertThat(peer.session.probe(second, 1)).isTrue();
    peer.session.probeText(second, "2probe", 2);
    peer.session.probeText(second, "5", 3);
    peer.send("hello");
    assertThat(second.frames).containsExactly("3probe", "4hello");
  }

  @Test
  void connectionThatIsNotTheProbeMovesNothing() {
    var peer = RecordedSession.probing();
    var stranger = new RecordingSink();
    peer.session.probeText(stranger, "5", 1);
    peer.session.probeClosed(stranger);
    assertThat(peer.session.owns(stranger)).isFalse();
    assertThat(peer.session.owns(peer.sink)).isFalse();
    peer.probeText("5", 2);
    assertThat(peer.session.owns(peer.sink)).isTrue();
  }

  @Test
  void noNoopAfterAProbeThatFailed() {
    var peer = RecordedSession.probing();
    peer.session.probeClosed(peer.sink);
    RecordingPoll poll = peer.poll(1);
    peer.tick(1_000);
    assertThat(poll.answered()).isFalse();
    assertThat(peer.session.deadlineMillis()).isEqualTo(PING_INTERVAL);
  }

  @Test
  void endOfTheSessionClosesTheProbe() {
    var peer = RecordedSession.probing();
    peer.session.post("1", 1);
    assertThat(peer.sink.closed).isOne();
    assertThat(peer.port.closed).containsExactly(CloseReason.TRANSPORT_CLOSE);
    assertThat(peer.session.probe(new RecordingSink(), 2)).isFalse();
  }

  @Test
  void pongMayComeOverTheOtherTransportThanItsPing() {
    var peer = RecordedSession.polling();
    peer.poll(1);
    peer.tick(PING_INTERVAL);
    peer.session.probe(peer.sink, PING_INTERVAL);
    peer.probeText("2probe", PING_INTERVAL);
    peer.probeText("5", PING_INTERVAL);
    peer.session.text("3", PING_INTERVAL + 1);
    peer.tick(PING_INTERVAL + PING_TIMEOUT);
    assertThat(peer.session.open()).isTrue();
  }

  @Test
  void heartbeatGoesOnAfterTheMove() {
    var peer = RecordedSession.upgraded();
    peer.tick(PING_INTERVAL);
    assertThat(peer.sink.frames).containsExactly("2");
    peer.tick(PING_INTERVAL + PING_TIMEOUT);
    assertThat(peer.port.closed).containsExactly(CloseReason.PING_TIMEOUT);
    assertThat(peer.sink.closed).isOne();
  }

  /// The connection is closed, and the session goes on over long-polling.
  private static void assertProbeFailed(RecordedSession peer) {
    assertThat(peer.sink.closed).isOne();
    assertThat(peer.session.open()).isTrue();
    assertThat(peer.session.onPolling()).isTrue();
    RecordingPoll poll = peer.poll(20_000);
    peer.send("still here");
    assertThat(poll.answer()).isEqualTo("4still here");
    assertThat(peer.session.probe(new RecordingSink(), 20_001)).isTrue();
  }
}
