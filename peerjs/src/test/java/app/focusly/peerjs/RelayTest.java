package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayTest {

  private final Stage stage = new Stage();
  private final RecordingConnection alice = stage.join("alice");
  private final RecordingConnection bob = stage.join("bob");

  @ParameterizedTest
  @ValueSource(strings = {"OFFER", "ANSWER", "CANDIDATE", "LEAVE", "EXPIRE"})
  void relaysToConnectedPeer(String type) {
    assertThat(stage.send(alice, type, "bob")).isEqualTo(Outcome.RELAYED);
    assertThat(bob.frames()).containsExactly(Stage.arriving(type, "alice", "bob"));
    assertThat(alice.frames()).isEmpty();
  }

  @Test
  void relaysToItself() {
    assertThat(stage.send(alice, "OFFER", "alice")).isEqualTo(Outcome.RELAYED);
    assertThat(alice.frames()).containsExactly(Stage.arriving("OFFER", "alice", "alice"));
  }

  @Test
  void heartbeatHasNoReply() {
    assertThat(stage.receive(alice, "{\"type\":\"HEARTBEAT\"}")).isEqualTo(Outcome.HEARTBEAT);
    assertThat(stage.send(alice, "HEARTBEAT", "bob")).isEqualTo(Outcome.HEARTBEAT);
    assertThat(alice.frames()).isEmpty();
    assertThat(bob.frames()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"OPEN", "ERROR", "ID-TAKEN", "ID_TAKEN", "INVALID-KEY", "OTHER", "offer", "", "X"})
  void ignoresTypesThatClientsDoNotSend(String type) {
    assertThat(stage.send(alice, type, "bob")).isEqualTo(Outcome.OTHER_TYPE);
    assertThat(bob.frames()).isEmpty();
    assertThat(alice.isClosed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"dst\":\"bob\"}",
        "{\"type\":null,\"dst\":\"bob\"}",
        "{\"type\":7,\"dst\":\"bob\"}",
        "{\"type\":[\"OFFER\"],\"dst\":\"bob\"}",
        "{\"payload\":{\"type\":\"OFFER\"},\"dst\":\"bob\"}",
      })
  void ignoresMessageWithoutType(String text) {
    assertThat(stage.receive(alice, text)).isEqualTo(Outcome.OTHER_TYPE);
    assertThat(bob.frames()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"dst\":null", ",\"dst\":\"\"", ",\"payload\":{\"dst\":\"bob\"}"})
  void ignoresOfferWithoutDestination(String destination) {
    assertThat(stage.receive(alice, "{\"type\":\"OFFER\"" + destination + "}"))
        .isEqualTo(Outcome.NO_DESTINATION);
    assertThat(stage.receive(alice, "{\"type\":\"EXPIRE\"" + destination + "}"))
        .isEqualTo(Outcome.NO_DESTINATION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "true", "[\"bob\"]", "{\"bob\":\"bob\"}"})
  void ignoresDestinationThatIsNoString(String destination) {
    for (String type : new String[] {"OFFER", "LEAVE", "EXPIRE"}) {
      assertThat(stage.receive(alice, "{\"type\":\"" + type + "\",\"dst\":" + destination + "}"))
          .isEqualTo(Outcome.NO_DESTINATION);
    }
    assertThat(stage.broker.isConnected("alice")).isTrue();
    assertThat(bob.frames()).isEmpty();
  }

  @Test
  void destinationMayBeAsLongAsAnId() {
    int limit = stage.options.maxIdLength();

    assertThat(stage.send(alice, "OFFER", "x".repeat(limit))).isEqualTo(Outcome.QUEUED);
    assertThat(stage.send(alice, "OFFER", "x".repeat(limit + 1))).isEqualTo(Outcome.NO_DESTINATION);
  }

  @ParameterizedTest
  @EnumSource(MessageType.class)
  void everyKnownTypeHasItsName(MessageType type) {
    String name = type == MessageType.OTHER ? "anything" : type.name().replace('_', '-');

    assertThat(MessageType.named(name)).isEqualTo(type);
  }
}
