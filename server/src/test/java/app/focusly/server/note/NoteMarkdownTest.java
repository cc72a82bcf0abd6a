package app.focusly.server.note;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.testkit.Golden;
import app.focusly.yjs.Document;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @MethodSource("notes")
  void isCutWhereThereIsNoMoreRoom(Golden.Example note) {
    String whole = note.text("markdown");

    assertThat(NoteMarkdown.of(document(note), whole.length())).isEqualTo(whole);
    for (int most = 0; most < whole.length(); most++) {
      assertThat(NoteMarkdown.of(document(note), most))
          .hasSizeLessThanOrEqualTo(most + "\n…\n".length())
          .endsWith("…\n");
    }
  }

  /// Each line had so many spaces before it that two megabytes became more than a hundred.
  @Test
  void isBoundedHoweverDeepItsListsAre() {
    Document note = Document.of(CraftedNote.thatGrows(100_000));

    assertThat(NoteMarkdown.of(note))
        .hasSizeBetween(NoteMarkdown.MOST - 200, NoteMarkdown.MOST + 3)
        .startsWith("999999999. 999999999. ")
        .endsWith(" ```\n\n…\n");
  }

  @Test
  void hasCodeInAnItem() {
    var note = new CraftedNote();
    int item = note.element(note.element(CraftedNote.ROOT, "orderedList"), "listItem");
    note.text(note.element(item, "codeBlock"), "a\nb");

    assertThat(NoteMarkdown.of(Document.of(note.update())))
        .isEqualTo("1. ```\n   a\n   b\n   ```\n");
  }

  @ParameterizedTest
  @CsvSource({"0,0,1", "7,7,8", "999999999,999999999,999999999", "1000000000,1,2", "-1,1,2"})
  void hasNoNumberThatMarkdownHasNot(String start, String first, String second) {
    var note = new CraftedNote();
    int list = note.element(CraftedNote.ROOT, "orderedList");
    note.attribute(list, "start", start);
    for (String text : List.of("a", "b")) {
      note.text(note.element(note.element(list, "listItem"), "paragraph"), text);
    }

    assertThat(NoteMarkdown.of(Document.of(note.update())))
        .isEqualTo("%s. a\n%s. b\n".formatted(first, second));
  }

  private static Document document(Golden.Example note) {
    return Document.of(HexFormat.of().parseHex(note.text("update")));
  }
}
