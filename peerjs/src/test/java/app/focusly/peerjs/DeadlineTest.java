package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeadlineTest {

  private final Stage stage = new Stage();

  @Test
  void thereIsNoneWithoutPeers() {
    assertThat(stage.broker.nextDeadlineMillis()).isEmpty();
    assertThat(stage.tickAfter(1_000_000)).isEqualTo(Sweep.NOTHING);
  }

  @Test
  void isWhenTheMostSilentPeerTimesOut() {
    RecordingConnection alice = stage.join("alice");
    stage.nowMillis += 10;
    stage.join("bob");
    assertThat(stage.broker.nextDeadlineMillis()).hasValue(stage.nowMillis - 10 + 60_000);

    stage.nowMillis += 10;
    stage.broker.touched(alice, stage.nowMillis);
    assertThat(stage.broker.nextDeadlineMillis()).hasValue(stage.nowMillis - 10 + 60_000);
  }

  @Test
  void isWhenTheOldestQueueExpires() {
    RecordingConnection alice = stage.join("alice");
    stage.send(alice, "OFFER", "bob");
    stage.nowMillis += 10;
    stage.send(alice, "OFFER", "carol");

    assertThat(stage.broker.nextDeadlineMillis()).hasValue(stage.nowMillis - 10 + 5_000);
  }

  @Test
  void sweepsKeepTheirDistance() {
    RecordingConnection alice = stage.join("alice");
    stage.send(alice, "OFFER", "bob");
    stage.nowMillis += 10;
    stage.send(alice, "OFFER", "carol");
    stage.tickAfter(4_990);
    alice.takeFrames();

    assertThat(stage.broker.nextDeadlineMillis()).hasValue(stage.nowMillis + 1_000);
    assertThat(stage.tickAfter(999)).isEqualTo(Sweep.NOTHING);
    assertThat(stage.tickAfter(1)).isEqualTo(new Sweep(0, 1));
    assertThat(alice.frames()).containsExactly(Stage.expire("carol", "alice"));
  }

  @Test
  void tickThatFoundNothingDoesNotPutTheNextOff() {
    RecordingConnection alice = stage.join("alice");
    stage.send(alice, "OFFER", "bob");
    stage.tickAfter(4_500);

    assertThat(stage.tickAfter(500)).isEqualTo(new Sweep(0, 1));
  }
}
