package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpiryTest {

  private final Stage stage = new Stage();
  private final RecordingConnection alice = stage.join("alice");

  @Test
  void comesAtTheTimeoutAndNotBefore() {
    stage.send(alice, "OFFER", "bob");

    assertThat(stage.tickAfter(4_999)).isEqualTo(Sweep.NOTHING);
    assertThat(alice.frames()).isEmpty();
    assertThat(stage.tickAfter(1)).isEqualTo(new Sweep(0, 1));
    assertThat(alice.frames()).containsExactly(Stage.expire("bob", "alice"));
    assertThat(stage.broker.waitingMessages()).isZero();
    assertThat(stage.broker.waitingBytes()).isZero();
  }

  @Test
  void comesOnceForEachPair() {
    RecordingConnection carol = stage.join("carol");
    stage.send(alice, "OFFER", "bob");
    stage.send(alice, "CANDIDATE", "bob");
    stage.send(carol, "OFFER", "bob");
    stage.send(alice, "OFFER", "dave");
    stage.send(alice, "CANDIDATE", "bob");

    assertThat(stage.tickAfter(5_000)).isEqualTo(new Sweep(0, 3));
    assertThat(alice.frames())
        .containsExactly(Stage.expire("bob", "alice"), Stage.expire("dave", "alice"));
    assertThat(carol.frames()).containsExactly(Stage.expire("bob", "carol"));
  }

  @Test
  void queueAgesFromItsFirstMessage() {
    stage.send(alice, "OFFER", "bob");
    stage.nowMillis += 4_900;
    stage.send(alice, "CANDIDATE", "bob");

    stage.tickAfter(100);

    assertThat(stage.broker.waitingMessages()).isZero();
    assertThat(alice.frames()).hasSize(1);
  }

  @Test
  void youngerQueueKeepsWaiting() {
    stage.send(alice, "OFFER", "bob");
    stage.nowMillis += 2_000;
    stage.send(alice, "OFFER", "dave");

    stage.tickAfter(3_000);
    assertThat(alice.takeFrames()).containsExactly(Stage.expire("bob", "alice"));

    stage.tickAfter(2_000);
    assertThat(alice.takeFrames()).containsExactly(Stage.expire("dave", "alice"));
  }

  @Test
  void newQueueStartsItsOwnTime() {
    stage.send(alice, "OFFER", "bob");
    stage.nowMillis += 3_000;
    stage.broker.disconnected(stage.join("bob"));
    stage.send(alice, "OFFER", "bob");

    assertThat(stage.tickAfter(4_999)).isEqualTo(Sweep.NOTHING);
    assertThat(stage.tickAfter(1)).isEqualTo(new Sweep(0, 1));
  }

  @Test
  void vanishedSenderHearsNothing() {
    stage.send(alice, "OFFER", "bob");
    stage.broker.disconnected(alice);

    assertThat(stage.tickAfter(5_000)).isEqualTo(new Sweep(0, 1));
    assertThat(alice.frames()).isEmpty();
  }

  @Test
  void senderThatCameBackHearsOnItsNewSocket() {
    stage.send(alice, "OFFER", "bob");
    RecordingConnection fresh = stage.join("alice");

    stage.tickAfter(5_000);

    assertThat(fresh.frames()).containsExactly(Stage.expire("bob", "alice"));
  }

  @Test
  void senderThatTakesNoMoreIsClosed() {
    stage.send(alice, "OFFER", "bob");
    stage.send(alice, "OFFER", "dave");
    alice.takeOnly(0);

    assertThat(stage.tickAfter(5_000)).isEqualTo(new Sweep(0, 2));
    assertThat(alice.isClosed()).isTrue();
    assertThat(stage.broker.isConnected("alice")).isFalse();
  }

  @Test
  void unpairedSurrogateSurvivesUtf8() {
    stage.receive(alice, "{\"type\":\"OFFER\",\"dst\":\"a\\ud83d\"}");

    stage.tickAfter(5_000);

    assertThat(alice.frames()).containsExactly(Stage.expire("a\\ud83d", "alice"));
  }
}
