package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.testkit.Golden;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a peer sends is ignored, or arrives as it was but for its source.
class MessageFuzzTest {

  /// Reads the whole tree, where the broker reads as little as it can; within the same bounds.
  private static final JsonMapper TREE =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(EnvelopeReader.MAX_NESTING)
                          .maxNumberLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @MethodSource("messages")
  @FuzzTest
  void arrivesAsItWasButForItsSource(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Stage stage = new Stage();
    RecordingConnection alice = stage.join("alice");
    RecordingConnection bob = stage.join("bob");

    Outcome outcome = stage.receive(alice, text);

    Optional<ObjectNode> message = parsed(text);
    if (outcome == Outcome.MALFORMED) {
      assertThat(message.isEmpty() || mayNameTooManySources(text)).isTrue();
    } else {
      assertThat(message).isPresent();
    }
    assertThat(alice.isClosed()).isFalse();
    List<String> frames = Stream.concat(alice.frames().stream(), bob.frames().stream()).toList();
    assertThat(frames).hasSize(outcome == Outcome.RELAYED ? 1 : 0);
    for (String frame : frames) {
      assertThat(parsed(frame)).contains(message.orElseThrow().put("src", "alice"));
      assertThat(frame.length()).isLessThanOrEqualTo(text.length() + 40);
    }
    assertThat(stage.broker.waitingBytes()).isLessThanOrEqualTo(bytes.length * 3L + 40);
  }

  private static boolean mayNameTooManySources(String text) {
    return text.chars().filter(c -> c == ':').count() > EnvelopeReader.MAX_SOURCES;
  }

  private static Optional<ObjectNode> parsed(String text) {
    try {
      JsonNode node = TREE.readTree(text);
      return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
  }

  static Stream<byte[]> messages() throws IOException {
    return Stream.concat(
            GoldenMessagesTest.sent().map(example -> example.sent().orElseThrow().toString()),
            Golden.examples("peerjs/ignored.json").map(example -> example.text("text")))
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }
}
