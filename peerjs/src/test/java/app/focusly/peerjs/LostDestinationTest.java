package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LostDestinationTest {

  private final Stage stage = new Stage();
  private final RecordingConnection alice = stage.join("alice");
  private final RecordingConnection bob = stage.join("bob");

  @BeforeEach
  void bobTakesNoMore() {
    bob.takeOnly(0);
  }

  @Test
  void senderHearsThatItHasLeft() {
    assertThat(stage.send(alice, "OFFER", "bob")).isEqualTo(Outcome.DESTINATION_LOST);
    assertThat(alice.frames()).containsExactly(Stage.leave("bob", "alice"));
  }

  @Test
  void isClosedAndItsIdFreed() {
    stage.send(alice, "OFFER", "bob");

    assertThat(bob.isClosed()).isTrue();
    assertThat(stage.broker.isConnected("bob")).isFalse();
    assertThat(stage.send(bob, "OFFER", "alice")).isEqualTo(Outcome.UNREGISTERED);
  }

  @Test
  void nextMessageWaits() {
    stage.send(alice, "OFFER", "bob");

    assertThat(stage.send(alice, "OFFER", "bob")).isEqualTo(Outcome.QUEUED);
  }

  @Test
  void senderThatIsLostTooIsClosed() {
    alice.takeOnly(0);

    assertThat(stage.send(alice, "OFFER", "bob")).isEqualTo(Outcome.DESTINATION_LOST);
    assertThat(alice.isClosed()).isTrue();
    assertThat(stage.broker.connectedIds()).isEmpty();
  }

  @Test
  void senderMayBeItsOwnLostDestination() {
    assertThat(stage.send(bob, "OFFER", "bob")).isEqualTo(Outcome.DESTINATION_LOST);
    assertThat(bob.frames()).isEmpty();
    assertThat(stage.broker.connectedIds()).containsExactly("alice");
  }

  @Test
  void socketMayReportItsEndFromInsideACall() {
    PeerConnection eager =
        new PeerConnection() {
          private int room = 1;

          @Override
          public String address() {
            return "192.0.2.2";
          }

          @Override
          public boolean send(String frame) {
            boolean taken = room-- > 0;
            if (!taken) {
              stage.broker.disconnected(this);
            }
            return taken;
          }

          @Override
          public void close() {
            stage.broker.disconnected(this);
          }
        };
    Handshake handshake = new Handshake("carol", "secret", "peerjs");
    stage.broker.connect(handshake, eager, stage.nowMillis);

    assertThat(stage.send(alice, "OFFER", "carol")).isEqualTo(Outcome.DESTINATION_LOST);
    assertThat(stage.broker.isConnected("carol")).isFalse();
    assertThat(alice.frames()).containsExactly(Stage.leave("carol", "alice"));
  }
}
