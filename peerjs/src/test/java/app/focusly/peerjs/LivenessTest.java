package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LivenessTest {

  private final Stage stage = new Stage();
  private final RecordingConnection alice = stage.join("alice");

  @Test
  void silentPeerIsClosedAtTheTimeoutAndNotBefore() {
    assertThat(stage.tickAfter(59_999)).isEqualTo(Sweep.NOTHING);
    assertThat(alice.isClosed()).isFalse();

    assertThat(stage.tickAfter(1)).isEqualTo(new Sweep(1, 0));
    assertThat(alice.isClosed()).isTrue();
    assertThat(alice.frames()).isEmpty();
    assertThat(stage.broker.isConnected("alice")).isFalse();
  }

  /// Only `HEARTBEAT` counted in PeerServer, against its own manual: a client whose page sent
  /// something else was closed.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"HEARTBEAT\"}",
        "{\"type\":\"OFFER\",\"dst\":\"alice\"}",
        "{\"type\":\"OFFER\"}",
        "{\"type\":\"whatever\"}",
        "broken",
        ""
      })
  void anyFrameCountsAsAlive(String text) {
    stage.nowMillis += 59_999;
    stage.receive(alice, text);

    assertThat(stage.tickAfter(59_999)).isEqualTo(Sweep.NOTHING);
    assertThat(stage.tickAfter(1)).isEqualTo(new Sweep(1, 0));
  }

  @Test
  void pongCountsAsAlive() {
    stage.nowMillis += 59_999;
    stage.broker.touched(alice, stage.nowMillis);

    assertThat(stage.tickAfter(59_999)).isEqualTo(Sweep.NOTHING);
    assertThat(stage.tickAfter(1)).isEqualTo(new Sweep(1, 0));
  }

  @Test
  void beingWrittenToDoesNotCount() {
    stage.nowMillis += 30_000;
    RecordingConnection bob = stage.join("bob");
    stage.send(bob, "OFFER", "alice");

    assertThat(stage.tickAfter(30_000)).isEqualTo(new Sweep(1, 0));
    assertThat(alice.isClosed()).isTrue();
    assertThat(bob.isClosed()).isFalse();
  }

  @Test
  void eachPeerHasItsOwnTime() {
    stage.nowMillis += 20_000;
    RecordingConnection bob = stage.join("bob");
    stage.nowMillis += 20_000;
    stage.broker.touched(alice, stage.nowMillis);

    assertThat(stage.tickAfter(40_000)).isEqualTo(new Sweep(1, 0));
    assertThat(bob.isClosed()).isTrue();
    assertThat(stage.tickAfter(20_000)).isEqualTo(new Sweep(1, 0));
    assertThat(alice.isClosed()).isTrue();
  }

  @Test
  void messageToClosedPeerWaits() {
    stage.nowMillis += 1;
    RecordingConnection bob = stage.join("bob");
    stage.tickAfter(59_999);

    assertThat(stage.send(bob, "OFFER", "alice")).isEqualTo(Outcome.QUEUED);
  }

  @Test
  void signsOfLifeOfStrangersAreIgnored() {
    stage.broker.touched(new RecordingConnection(), stage.nowMillis);
    stage.broker.disconnected(new RecordingConnection());

    assertThat(stage.broker.connectedIds()).containsExactly("alice");
  }
}
