package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaveTest {

  private static final String LEAVE = "{\"type\":\"LEAVE\"}";

  private final Stage stage = new Stage(new OptionsBuilder().concurrentLimit(2));
  private final RecordingConnection alice = stage.join("alice");

  @ParameterizedTest
  @ValueSource(
      strings = {LEAVE, "{\"type\":\"LEAVE\",\"dst\":null}", "{\"type\":\"LEAVE\",\"dst\":\"\"}"})
  void withoutDestinationFreesTheId(String text) {
    assertThat(stage.receive(alice, text)).isEqualTo(Outcome.LEFT);
    assertThat(stage.broker.isConnected("alice")).isFalse();
    assertThat(alice.isClosed()).isFalse();
  }

  @Test
  void freedIdGoesToTheNextComer() {
    stage.receive(alice, LEAVE);
    RecordingConnection next = stage.join("alice", "another token");

    stage.broker.disconnected(alice);

    assertThat(stage.broker.isConnected("alice")).isTrue();
    assertThat(stage.send(next, "OFFER", "alice")).isEqualTo(Outcome.RELAYED);
  }

  @Test
  void whoHasLeftCannotSendInTheNameOfTheNextHolder() {
    RecordingConnection bob = stage.join("bob");
    stage.receive(alice, LEAVE);
    stage.join("alice", "another token");

    assertThat(stage.send(alice, "OFFER", "bob")).isEqualTo(Outcome.UNREGISTERED);
    assertThat(stage.receive(alice, LEAVE)).isEqualTo(Outcome.UNREGISTERED);
    assertThat(bob.frames()).isEmpty();
    assertThat(stage.broker.isConnected("alice")).isTrue();
  }

  @Test
  void whoHasLeftIsStillClosedWhenSilent() {
    stage.receive(alice, LEAVE);
    stage.nowMillis += 30_000;
    stage.receive(alice, "{\"type\":\"HEARTBEAT\"}");

    assertThat(stage.tickAfter(59_999)).isEqualTo(Sweep.NOTHING);
    assertThat(stage.tickAfter(1)).isEqualTo(new Sweep(1, 0));
    assertThat(alice.isClosed()).isTrue();
  }

  @Test
  void socketsThatHaveLeftAreAsManyAsPeersAtMost() {
    RecordingConnection bob = stage.join("bob");
    stage.receive(alice, LEAVE);
    stage.receive(bob, LEAVE);
    RecordingConnection carol = stage.join("carol");

    assertThat(stage.receive(carol, LEAVE)).isEqualTo(Outcome.LEFT);

    assertThat(carol.isClosed()).isTrue();
    assertThat(alice.isClosed()).isFalse();
    assertThat(bob.isClosed()).isFalse();
  }

  @Test
  void toAbsentPeerIsDropped() {
    assertThat(stage.send(alice, "LEAVE", "nobody")).isEqualTo(Outcome.DROPPED);
    assertThat(stage.send(alice, "EXPIRE", "nobody")).isEqualTo(Outcome.DROPPED);
    assertThat(stage.broker.waitingMessages()).isZero();
    assertThat(stage.broker.isConnected("alice")).isTrue();
  }
}
