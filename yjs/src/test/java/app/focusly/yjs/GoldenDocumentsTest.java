package app.focusly.yjs;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.testkit.Golden;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What Yjs made of some updates; a test in `e2e` asks Yjs whether that is still so.
class GoldenDocumentsTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  static Stream<Golden.Example> documents() {
    return Golden.examples("yjs/documents.json");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void readsWhatStandsInIt(Golden.Example document) throws JsonProcessingException {
    byte[] merged = Updates.merge(updates(document));

    assertThat(MAPPER.readTree(DocumentJson.of(Document.of(merged))))
        .isEqualTo(document.get("document"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void collectsTheSameGarbage(Golden.Example document) {
    byte[] merged = Updates.merge(updates(document));

    assertThat(hex(Updates.withoutDeletedContent(merged))).isEqualTo(document.text("state"));
    assertThat(hex(Updates.stateVector(merged))).isEqualTo(document.text("stateVector"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void theOrderOfUpdatesIsNothing(Golden.Example document) {
    List<byte[]> updates = updates(document);

    assertThat(Updates.withoutDeletedContent(Updates.merge(updates.reversed())))
        .isEqualTo(Updates.withoutDeletedContent(Updates.merge(updates)));
  }

  private static List<byte[]> updates(Golden.Example document) {
    return StreamSupport.stream(document.get("updates").spliterator(), false)
        .map(update -> HexFormat.of().parseHex(update.textValue()))
        .toList();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
