package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// PeerServer sent no `OPEN` to a client that came back with its token before its old socket was
/// known to be dead, so that the client never counted as open again; and the old socket could go on
/// sending in its name.
class TakeoverTest {

  private final Stage stage = new Stage();
  private final RecordingConnection old = stage.join("alice", "secret");
  private final RecordingConnection bob = stage.join("bob");
  private final RecordingConnection fresh = new RecordingConnection();

  @BeforeEach
  void comeBack() {
    assertThat(stage.connect("alice", "secret", fresh)).isEqualTo(Admission.RESUMED);
  }

  @Test
  void newSocketGetsOpen() {
    assertThat(fresh.frames()).containsExactly(Stage.OPEN);
    assertThat(fresh.isClosed()).isFalse();
  }

  @Test
  void oldSocketIsClosed() {
    assertThat(old.isClosed()).isTrue();
    assertThat(old.frames()).isEmpty();
  }

  @Test
  void messagesGoToTheNewSocket() {
    assertThat(stage.send(bob, "OFFER", "alice")).isEqualTo(Outcome.RELAYED);
    assertThat(fresh.frames()).contains(Stage.arriving("OFFER", "bob", "alice"));
  }

  @Test
  void lateFramesOfTheOldSocketDoNotCount() {
    assertThat(stage.send(old, "OFFER", "bob")).isEqualTo(Outcome.UNREGISTERED);
    assertThat(stage.receive(old, "{\"type\":\"LEAVE\"}")).isEqualTo(Outcome.UNREGISTERED);
    assertThat(bob.frames()).isEmpty();
    assertThat(stage.broker.isConnected("alice")).isTrue();
  }

  @Test
  void lateDeathOfTheOldSocketDoesNotCount() {
    stage.broker.disconnected(old);

    assertThat(stage.broker.isConnected("alice")).isTrue();
    assertThat(stage.send(fresh, "OFFER", "bob")).isEqualTo(Outcome.RELAYED);
  }

  @Test
  void lateFramesOfTheOldSocketKeepNobodyAlive() {
    stage.nowMillis += 30_000;
    stage.receive(old, "{\"type\":\"HEARTBEAT\"}");
    stage.broker.touched(old, stage.nowMillis);
    stage.broker.touched(bob, stage.nowMillis);

    assertThat(stage.tickAfter(30_000)).isEqualTo(new Sweep(1, 0));
    assertThat(fresh.isClosed()).isTrue();
  }

  @Test
  void deathOfTheNewSocketFreesTheId() {
    stage.broker.disconnected(old);
    stage.broker.disconnected(fresh);

    assertThat(stage.broker.isConnected("alice")).isFalse();
  }

  @Test
  void countsAsOnePeer() {
    assertThat(stage.broker.connectedIds()).containsExactlyInAnyOrder("alice", "bob");
  }

  @Test
  void oldSocketIsClosedAlsoWhenTheNewOneIsDead() {
    RecordingConnection dead = new RecordingConnection();
    dead.takeOnly(0);

    stage.connect("alice", "secret", dead);

    assertThat(fresh.isClosed()).isTrue();
    assertThat(stage.broker.isConnected("alice")).isFalse();
  }
}
