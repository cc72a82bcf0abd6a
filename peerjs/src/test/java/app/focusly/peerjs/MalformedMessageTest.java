package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.testkit.Golden;
import app.focusly.testkit.Golden.Example;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A malformed message raised an error event in PeerServer, which in a process without a listener
/// for it ended the process. Here it is an outcome.
class MalformedMessageTest {

  private final Stage stage = new Stage();
  private final RecordingConnection alice = stage.join("alice");
  private final RecordingConnection bob = stage.join("bob");

  @ParameterizedTest
  @MethodSource("ignored")
  void isIgnored(Example example) {
    assertThat(stage.receive(alice, example.text("text")))
        .isEqualTo(Outcome.valueOf(example.text("outcome")));
    assertThat(alice.isClosed()).isFalse();
    assertThat(alice.frames()).isEmpty();
    assertThat(bob.frames()).isEmpty();
    assertThat(stage.broker.waitingMessages()).isZero();
  }

  static Stream<Example> ignored() {
    return Golden.examples("peerjs/ignored.json");
  }

  @Test
  void senderGoesOn() {
    stage.receive(alice, "{");

    assertThat(stage.send(alice, "OFFER", "bob")).isEqualTo(Outcome.RELAYED);
  }

  @Test
  void nestingHasALimit() {
    // The message itself is the first level.
    assertThat(stage.receive(alice, nested(EnvelopeReader.MAX_NESTING - 1)))
        .isEqualTo(Outcome.RELAYED);
    assertThat(stage.receive(alice, nested(EnvelopeReader.MAX_NESTING)))
        .isEqualTo(Outcome.MALFORMED);
  }

  @Test
  void messageMayBeAsLargeAsItsLimit() {
    Stage small = new Stage(new OptionsBuilder().maxMessageBytes(1_024));
    RecordingConnection carol = small.join("carol");

    assertThat(small.receive(carol, sized(1_024, "x"))).isEqualTo(Outcome.QUEUED);
    assertThat(small.receive(carol, sized(1_025, "x"))).isEqualTo(Outcome.TOO_LARGE);
  }

  @Test
  void sizeIsCountedInUtf8() {
    Stage small = new Stage(new OptionsBuilder().maxMessageBytes(1_024));
    RecordingConnection carol = small.join("carol");

    for (String character : new String[] {"é", "日", "\uD83D\uDE00"}) {
      assertThat(small.receive(carol, sized(1_024, character))).isEqualTo(Outcome.QUEUED);
      assertThat(small.receive(carol, sized(1_025, character))).isEqualTo(Outcome.TOO_LARGE);
    }
  }

  @Test
  void numbersOfAnyLengthPass() {
    String number = "1".repeat(5_000) + "." + "3".repeat(5_000) + "e" + "9".repeat(2_000);
    String text = "{\"type\":\"OFFER\",\"dst\":\"bob\",\"payload\":" + number;

    assertThat(stage.receive(alice, text + "}")).isEqualTo(Outcome.RELAYED);
    assertThat(bob.frames()).containsExactly(text + ",\"src\":\"alice\"}");
  }

  private static String nested(int levels) {
    return "{\"type\":\"OFFER\",\"dst\":\"bob\",\"payload\":"
        + "[".repeat(levels)
        + "]".repeat(levels)
        + "}";
  }

  /// An offer of exactly so many bytes of UTF-8, mostly made of one character.
  private static String sized(int bytes, String character) {
    String head = "{\"type\":\"OFFER\",\"dst\":\"nobody\",\"payload\":\"";
    int rest = bytes - head.length() - 2;
    int characterBytes = character.getBytes(StandardCharsets.UTF_8).length;
    return head
        + "x".repeat(rest % characterBytes)
        + character.repeat(rest / characterBytes)
        + "\"}";
  }
}
