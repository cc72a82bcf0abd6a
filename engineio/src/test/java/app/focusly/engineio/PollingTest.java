package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollingTest {
  private final RecordedSession peer = RecordedSession.polling();

  @Test
  void pollWaitsUntilThereIsSomethingToSay() {
    RecordingPoll poll = peer.poll(1);
    assertThat(poll.answered()).isFalse();
    peer.send("hello");
    assertThat(poll.answer()).isEqualTo("4hello");
  }

  @Test
  void oneResponseCarriesAllOfATurn() {
    RecordingPoll poll = peer.poll(1);
    peer.session.send(new Packet.Text("a"));
    peer.session.send(new Packet.Binary(new byte[] {1, 2, 3, 4}));
    peer.session.send(new Packet.Text("b"));
    assertThat(poll.answered()).isFalse();
    peer.endTurn();
    assertThat(poll.answer()).isEqualTo("4a\u001ebAQIDBA==\u001e4b");
  }

  @Test
  void nextPollFetchesWhatWasSentBetweenTwo() {
    peer.send("a", "b");
    assertThat(peer.poll(1).answer()).isEqualTo("4a\u001e4b");
    assertThat(peer.poll(2).answered()).isFalse();
  }

  @Test
  void isWritableWhileAPollIsOpen() {
    assertThat(peer.session.writable()).isFalse();
    peer.poll(1);
    assertThat(peer.session.writable()).isTrue();
    peer.send("a");
    assertThat(peer.session.writable()).isFalse();
  }

  @Test
  void flushWithNothingToSayLeavesThePollOpen() {
    RecordingPoll poll = peer.poll(1);
    peer.session.flush();
    assertThat(poll.answered()).isFalse();
  }

  @Test
  void secondPollIsRefusedAndTheFirstFetchesTheEnd() {
    RecordingPoll first = peer.poll(1);
    RecordingPoll second = peer.poll(2);
    assertThat(first.answer()).isEqualTo("1");
    assertThat(second.answer()).isEqualTo("refused: BAD_REQUEST");
    assertThat(peer.port.closed).containsExactly(CloseReason.TRANSPORT_ERROR);
    assertThat(peer.port.finished).isOne();
  }

  @Test
  void abortedPollEndsTheSession() {
    RecordingPoll poll = peer.poll(1);
    peer.session.pollAborted(poll);
    assertThat(poll.answered()).isFalse();
    assertThat(peer.port.closed).containsExactly(CloseReason.TRANSPORT_ERROR);
    assertThat(peer.port.finished).isOne();
  }

  @Test
  void abortOfAnAnsweredPollMeansNothing() {
    RecordingPoll poll = peer.poll(1);
    peer.send("a");
    RecordingPoll next = peer.poll(2);
    peer.session.pollAborted(poll);
    peer.send("b");
    assertThat(next.answer()).isEqualTo("4b");
    assertThat(peer.session.open()).isTrue();
  }

  @Test
  void postDeliversItsMessagesInOrder() {
    assertThat(peer.session.post("4test1\u001ebAQIDBA==\u001e4test2", 1)).isNull();
    assertThat(peer.port.messages).containsExactly("4test1", "bAQIDBA==", "4test2");
    assertThat(peer.session.open()).isTrue();
  }

  /// The session used to stay until a poll had fetched its end, with status 200 where 400 is due.
  @ParameterizedTest
  @ValueSource(strings = {"abc", "", "4a\u001e", "4a\u001ex", "7"})
  void malformedPostIsRefusedAndEndsTheSession(String body) {
    assertThat(peer.session.post(body, 1)).isEqualTo(new Refusal.MalformedBody());
    assertThat(peer.port.closed).containsExactly(CloseReason.PARSE_ERROR);
    assertThat(peer.port.finished).isOne();
  }

  @Test
  void openPollFetchesTheEndThatAMalformedPostBrought() {
    RecordingPoll poll = peer.poll(1);
    peer.session.post("abc", 2);
    assertThat(poll.answer()).isEqualTo("1");
    assertThat(peer.port.finished).isOne();
  }

  @Test
  void failedPostWithoutAPollLeavesNothingToFetch() {
    peer.session.postFailed();
    assertThat(peer.port.closed).containsExactly(CloseReason.TRANSPORT_ERROR);
    assertThat(peer.port.finished).isOne();
  }

  @Test
  void failedPostEndsTheSession() {
    RecordingPoll poll = peer.poll(1);
    peer.session.postFailed();
    assertThat(poll.answer()).isEqualTo("1");
    assertThat(peer.port.closed).containsExactly(CloseReason.TRANSPORT_ERROR);
    assertThat(peer.port.finished).isOne();
  }

  @Test
  void closeFromTheClientEndsItsPollWithANoop() {
    RecordingPoll poll = peer.poll(1);
    assertThat(peer.session.post("1", 2)).isNull();
    assertThat(poll.answer()).isEqualTo("6");
    assertThat(peer.port.closed).containsExactly(CloseReason.TRANSPORT_CLOSE);
    assertThat(peer.port.finished).isOne();
  }

  @Test
  void nothingIsDeliveredAfterACloseInTheSameBody() {
    assertThat(peer.session.post("4a\u001e1\u001e4b", 1)).isNull();
    assertThat(peer.port.messages).containsExactly("4a");
  }

  /// The close used to end the session a second time.
  @ParameterizedTest
  @ValueSource(strings = {"2\u001e1", "2\u001e2", "1\u001e2", "1\u001e1"})
  void sessionEndsOnceWhateverFollowsInTheSameBody(String body) {
    assertThat(peer.session.post(body, 1)).isNull();
    assertThat(peer.port.closed).hasSize(1);
  }

  @Test
  void nothingIsDeliveredAfterTheServerClosedOnAMessageOfTheSameBody() {
    peer.port.onMessage = () -> peer.session.close(CloseReason.FORCED_CLOSE);
    peer.session.post("4a\u001e4b", 1);
    assertThat(peer.port.messages).containsExactly("4a");
    assertThat(peer.port.closed).containsExactly(CloseReason.FORCED_CLOSE);
  }

  @Test
  void packetsThatOnlyServersSendAreOfNoAccountInABody() {
    assertThat(peer.session.post("6\u001e4a", 1)).isNull();
    assertThat(peer.port.messages).containsExactly("4a");
  }
}
