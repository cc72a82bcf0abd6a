package app.focusly.server.note;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.testkit.Golden;
import app.focusly.yjs.Document;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What notes are as Markdown and as plain text.
class NoteMarkdownTest {

  static Stream<Golden.Example> notes() {
    return Golden.examples("yjs/notes.json");
  }

  @ParameterizedTest
  @MethodSource("notes")
  void isMarkdown(Golden.Example note) {
    assertThat(NoteMarkdown.of(document(note))).isEqualTo(note.text("markdown"));
  }

  @ParameterizedTest
  @MethodSource("notes")
  void isText(Golden.Example note) {
    assertThat(NoteText.of(document(note))).isEqualTo(note.text("text"));
  }

  private static Document document(Golden.Example note) {
    return Document.of(HexFormat.of().parseHex(note.text("update")));
  }
}
