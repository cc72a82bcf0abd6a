package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples in `protocol/peerjs` are what the broker takes and says.
class GoldenMessagesTest {

  private static final Path FOLDER = Path.of("..", "protocol", "peerjs");

  /// What is no message that arrives: other tests read these.
  private static final Set<String> OTHER_FILES = Set.of("handshakes.json", "ignored.json");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Stage stage = new Stage(new OptionsBuilder().concurrentLimit(2));
  private final RecordingConnection alice = stage.join("alice");
  private final RecordingConnection bob = stage.join("bob");

  /// Not there means that the server makes the message, or that nobody receives it.
  record Example(String name, Optional<JsonNode> sent, Optional<JsonNode> received) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Example> sent() throws IOException {
    return examples().filter(example -> example.sent().isPresent());
  }

  @ParameterizedTest
  @MethodSource("sent")
  void whatIsSentArrives(Example example) throws JsonProcessingException {
    stage.receive(alice, example.sent().orElseThrow().toString());

    assertThat(read(bob.frames())).containsExactlyElementsOf(example.received().stream().toList());
    assertThat(alice.frames()).isEmpty();
  }

  @Test
  void whatTheServerMakesIsComplete() throws IOException {
    List<JsonNode> examples =
        examples()
            .filter(example -> example.sent().isEmpty())
            .map(example -> example.received().orElseThrow())
            .toList();

    assertThat(read(serverFrames())).containsExactlyInAnyOrderElementsOf(examples);
  }

  @Test
  void everyTypeThatIsInUseHasItsFile() throws IOException {
    List<String> types =
        Stream.of(MessageType.values())
            .filter(type -> type != MessageType.INVALID_KEY && type != MessageType.OTHER)
            .map(type -> type.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json")
            .toList();

    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(GoldenMessagesTest::name).filter(name -> !OTHER_FILES.contains(name)))
          .containsExactlyInAnyOrderElementsOf(types);
    }
  }

  /// Each frame that the broker makes by itself, once.
  private List<String> serverFrames() {
    List<String> frames = new ArrayList<>();
    frames.addAll(answer(new Handshake("", "", "")));
    frames.addAll(answer(new Handshake("carol", "secret", "other")));
    frames.addAll(answer(new Handshake("c".repeat(1_000), "secret", "peerjs")));
    frames.addAll(answer(new Handshake("carol", "secret", "peerjs")));
    frames.addAll(answer(new Handshake("bob", "guess", "peerjs")));
    frames.addAll(answer(new Handshake("bob", "token of bob", "peerjs")));
    stage.broker.disconnected(bob);
    RecordingConnection lost = new RecordingConnection();
    stage.connect("bob", "token of bob", lost);
    lost.takeOnly(0);
    stage.send(alice, "OFFER", "bob");
    stage.send(alice, "OFFER", "bob");
    stage.tickAfter(5_000);
    frames.addAll(alice.frames());
    return frames;
  }

  private List<String> answer(Handshake handshake) {
    RecordingConnection socket = new RecordingConnection();
    stage.broker.connect(handshake, socket, stage.nowMillis);
    return socket.frames();
  }

  private static Stream<Example> examples() throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(FOLDER)) {
      files = listed.filter(file -> !OTHER_FILES.contains(name(file))).sorted().toList();
    }
    return files.stream().flatMap(GoldenMessagesTest::examples);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static Stream<Example> examples(Path file) {
    try {
      JsonNode content = JSON.readTree(file.toFile());
      return content
          .get("examples")
          .valueStream()
          .map(example ->
              new Example(
                  file.getFileName() + ": " + example.get("case").asText(),
                  example.optional("sent"),
                  example.optional("received")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<JsonNode> read(List<String> frames) throws JsonProcessingException {
    List<JsonNode> messages = new ArrayList<>();
    for (String frame : frames) {
      messages.add(JSON.readTree(frame));
    }
    return messages;
  }
}
