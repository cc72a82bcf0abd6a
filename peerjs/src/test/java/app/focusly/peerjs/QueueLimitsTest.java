package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Queues for absent peers had no limit in PeerServer: one client could fill its memory.
class QueueLimitsTest {

  private static final int OFFER_BYTES = Stage.arriving("OFFER", "alice", "bob").length();
  private static final int MANY = 1_000;
  private static final long MANY_BYTES = 1_000_000;

  @Test
  void messagesForOneDestination() {
    Stage stage = new Stage(new OptionsBuilder().perDestination(new Allowance(2, MANY_BYTES)));
    RecordingConnection alice = stage.join("alice");
    RecordingConnection carol = stage.join("carol");
    stage.send(alice, "OFFER", "bob");

    assertThat(stage.send(carol, "OFFER", "bob")).isEqualTo(Outcome.QUEUED);
    assertThat(stage.send(alice, "OFFER", "bob")).isEqualTo(Outcome.QUEUE_FULL);
    assertThat(stage.send(alice, "OFFER", "dave")).isEqualTo(Outcome.QUEUED);
    assertThat(alice.frames()).containsExactly(Stage.expire("bob", "alice"));
    assertThat(carol.frames()).isEmpty();
  }

  @Test
  void bytesForOneDestination() {
    Stage stage =
        new Stage(new OptionsBuilder().perDestination(new Allowance(MANY, 2L * OFFER_BYTES)));
    RecordingConnection alice = stage.join("alice");
    stage.send(alice, "OFFER", "bob");

    assertThat(stage.send(alice, "OFFER", "bob")).isEqualTo(Outcome.QUEUED);
    assertThat(stage.broker.waitingBytes()).isEqualTo(2L * OFFER_BYTES);
    assertThat(stage.send(alice, "OFFER", "bob")).isEqualTo(Outcome.QUEUE_FULL);
  }

  @Test
  void firstMessageThatIsTooLargeForItsQueue() {
    Stage stage =
        new Stage(new OptionsBuilder().perDestination(new Allowance(MANY, OFFER_BYTES - 1)));
    RecordingConnection alice = stage.join("alice");

    assertThat(stage.send(alice, "OFFER", "bob")).isEqualTo(Outcome.QUEUE_FULL);
    assertThat(stage.broker.nextDeadlineMillis())
        .as("no empty queue is left behind")
        .hasValue(stage.nowMillis + 60_000);
  }

  @Test
  void messagesFromOneSender() {
    Stage stage = new Stage(new OptionsBuilder().perSender(new Allowance(2, MANY_BYTES)));
    RecordingConnection alice = stage.join("alice");
    RecordingConnection carol = stage.join("carol");
    stage.send(alice, "OFFER", "bob");

    assertThat(stage.send(alice, "OFFER", "dave")).isEqualTo(Outcome.QUEUED);
    assertThat(stage.send(alice, "OFFER", "erin")).isEqualTo(Outcome.QUEUE_FULL);
    assertThat(stage.send(carol, "OFFER", "bob")).isEqualTo(Outcome.QUEUED);
  }

  @Test
  void bytesFromOneSender() {
    Stage stage = new Stage(new OptionsBuilder().perSender(new Allowance(MANY, OFFER_BYTES)));
    RecordingConnection alice = stage.join("alice");

    assertThat(stage.send(alice, "OFFER", "bob")).isEqualTo(Outcome.QUEUED);
    assertThat(stage.send(alice, "OFFER", "eve")).isEqualTo(Outcome.QUEUE_FULL);
  }

  @Test
  void messagesInAll() {
    Stage stage = new Stage(new OptionsBuilder().total(new Allowance(2, MANY_BYTES)));
    RecordingConnection alice = stage.join("alice");
    RecordingConnection carol = stage.join("carol");
    stage.send(alice, "OFFER", "bob");

    assertThat(stage.send(carol, "OFFER", "dave")).isEqualTo(Outcome.QUEUED);
    assertThat(stage.send(carol, "OFFER", "erin")).isEqualTo(Outcome.QUEUE_FULL);
  }

  @Test
  void bytesInAll() {
    Stage stage = new Stage(new OptionsBuilder().total(new Allowance(MANY, 2L * OFFER_BYTES)));
    RecordingConnection alice = stage.join("alice");
    stage.send(alice, "OFFER", "bob");

    assertThat(stage.send(alice, "OFFER", "eve")).isEqualTo(Outcome.QUEUED);
    assertThat(stage.send(alice, "OFFER", "dan")).isEqualTo(Outcome.QUEUE_FULL);
  }

  @Test
  void destinations() {
    Stage stage = new Stage(new OptionsBuilder().destinations(2));
    RecordingConnection alice = stage.join("alice");
    stage.send(alice, "OFFER", "bob");

    assertThat(stage.send(alice, "OFFER", "carol")).isEqualTo(Outcome.QUEUED);
    assertThat(stage.send(alice, "OFFER", "dave")).isEqualTo(Outcome.QUEUE_FULL);
    assertThat(stage.send(alice, "OFFER", "carol")).isEqualTo(Outcome.QUEUED);
  }

  @Test
  void roomIsFreeAgainOnceDelivered() {
    Stage stage = new Stage(new OptionsBuilder().perSender(new Allowance(1, OFFER_BYTES)));
    RecordingConnection alice = stage.join("alice");
    stage.send(alice, "OFFER", "bob");
    stage.join("bob");

    assertThat(stage.send(alice, "OFFER", "eve")).isEqualTo(Outcome.QUEUED);
  }

  @Test
  void roomIsFreeAgainOnceExpired() {
    Stage stage = new Stage(new OptionsBuilder().total(new Allowance(1, OFFER_BYTES)));
    RecordingConnection alice = stage.join("alice");
    stage.send(alice, "OFFER", "bob");
    stage.tickAfter(5_000);

    assertThat(stage.send(alice, "OFFER", "eve")).isEqualTo(Outcome.QUEUED);
  }

  @Test
  void tenThousandMessagesForOneAbsentPeer() {
    Stage stage = new Stage();
    RecordingConnection alice = stage.join("alice");
    RecordingConnection carol = stage.join("carol");
    for (int i = 0; i < 10_000; i++) {
      stage.send(alice, "CANDIDATE", "bob");
    }

    assertThat(stage.broker.waitingMessages())
        .isEqualTo(stage.options.queues().perDestination().messages());
    assertThat(stage.send(carol, "OFFER", "dave")).isEqualTo(Outcome.QUEUED);
    assertThat(alice.isClosed()).isFalse();
  }
}
