package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueTest {

  private final Stage stage = new Stage();
  private final RecordingConnection alice = stage.join("alice");

  @ParameterizedTest
  @ValueSource(strings = {"OFFER", "ANSWER", "CANDIDATE"})
  void messageWaitsForItsDestination(String type) {
    assertThat(stage.send(alice, type, "bob")).isEqualTo(Outcome.QUEUED);
    assertThat(stage.broker.waitingMessages()).isEqualTo(1);

    RecordingConnection bob = new RecordingConnection();
    stage.connect("bob", "secret", bob);

    assertThat(bob.frames()).containsExactly(Stage.OPEN, Stage.arriving(type, "alice", "bob"));
    assertThat(stage.broker.waitingMessages()).isZero();
    assertThat(stage.broker.waitingBytes()).isZero();
  }

  @Test
  void messagesOfAllSendersArriveInOrder() {
    RecordingConnection carol = stage.join("carol");
    stage.send(alice, "OFFER", "bob");
    stage.send(carol, "OFFER", "bob");
    stage.send(alice, "CANDIDATE", "bob");

    RecordingConnection bob = new RecordingConnection();
    stage.connect("bob", "secret", bob);

    assertThat(bob.frames())
        .containsExactly(
            Stage.OPEN,
            Stage.arriving("OFFER", "alice", "bob"),
            Stage.arriving("OFFER", "carol", "bob"),
            Stage.arriving("CANDIDATE", "alice", "bob"));
  }

  @Test
  void refusedHandshakeLeavesTheQueueAlone() {
    stage.send(alice, "OFFER", "bob");
    RecordingConnection refused = new RecordingConnection();
    stage.broker.connect(new Handshake("bob", "secret", "other"), refused, stage.nowMillis);

    assertThat(refused.frames()).hasSize(1);
    assertThat(stage.broker.waitingMessages()).isEqualTo(1);
  }

  @Test
  void whatASocketDoesNotTakeKeepsWaiting() {
    stage.send(alice, "OFFER", "bob");
    stage.send(alice, "CANDIDATE", "bob");
    RecordingConnection slow = new RecordingConnection();
    slow.takeOnly(2);
    stage.connect("bob", "secret", slow);
    assertThat(slow.isClosed()).isTrue();
    assertThat(stage.broker.waitingMessages()).isEqualTo(1);

    RecordingConnection bob = new RecordingConnection();
    stage.connect("bob", "secret", bob);

    assertThat(bob.frames())
        .containsExactly(Stage.OPEN, Stage.arriving("CANDIDATE", "alice", "bob"));
  }

  @Test
  void survivesTheSender() {
    stage.send(alice, "OFFER", "bob");
    stage.broker.disconnected(alice);

    RecordingConnection bob = new RecordingConnection();
    stage.connect("bob", "secret", bob);

    assertThat(bob.frames()).contains(Stage.arriving("OFFER", "alice", "bob"));
  }
}
