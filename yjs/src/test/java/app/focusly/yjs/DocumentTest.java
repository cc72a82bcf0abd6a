package app.focusly.yjs;

import static app.focusly.yjs.UpdateBytes.CLIENT;
import static app.focusly.yjs.UpdateBytes.more;
import static app.focusly.yjs.UpdateBytes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A document as it stands, from updates by hand.
class DocumentTest {
  private static final long OTHER = 7;

  @Test
  void nobodyWroteInAnEmptyDocument() {
    Document document = Document.of(new byte[] {0, 0});

    assertThat(document.xmlFragment("default").children()).isEmpty();
    assertThat(document.text("text").runs()).isEmpty();
    assertThat(document.map("map").entries()).isEmpty();
    assertThat(document.array("array").entries()).isEmpty();
  }

  @Test
  void whatIsDeletedIsNotRead() {
    byte[] update = Updates.merge(List.of(text(0, "abcde"), UpdateBytes.deletion(CLIENT, 1, 3)));

    assertThat(letters(update)).isEqualTo("ae");
    assertThat(Updates.withoutDeletedContent(update))
        .isNotEqualTo(update)
        .satisfies(without -> assertThat(letters(without)).isEqualTo("ae"));
  }

  @Test
  void whatWaitsIsKeptUntilWhatItWaitsForComes() {
    byte[] early = more(5, "fg");

    assertThat(Document.of(early).stateVector()).isEqualTo(StateVector.EMPTY);
    byte[] kept = Updates.withoutDeletedContent(early);
    assertThat(letters(Updates.merge(List.of(kept, text(0, "abcde"))))).isEqualTo("abcdefg");
  }

  @Test
  void twoThatWaitForEachOtherNeverCome() {
    byte[] update =
        new UpdateBytes()
            .numbers(2)
            .numbers(1, CLIENT, 0)
            .info(0x84)
            .numbers(OTHER, 0)
            .string("a")
            .numbers(1, OTHER, 0)
            .info(0x84)
            .numbers(CLIENT, 0)
            .string("b")
            .numbers(0)
            .bytes();

    assertThat(Document.of(update).stateVector()).isEqualTo(StateVector.EMPTY);
    assertThat(Updates.summary(update).whole()).isFalse();
  }

  @Test
  void ofTwoInsertedAtTheSamePlaceTheSmallerClientComesFirst() {
    byte[] mine = text(0, "a");
    byte[] theirs =
        new UpdateBytes()
            .numbers(1, 1, OTHER, 0)
            .info(4)
            .numbers(1)
            .string("text")
            .string("b")
            .numbers(0)
            .bytes();

    assertThat(letters(Updates.merge(List.of(mine, theirs)))).isEqualTo("ba");
    assertThat(letters(Updates.merge(List.of(theirs, mine)))).isEqualTo("ba");
  }

  @Test
  void marksHoldUntilTheyAreSetOtherwise() {
    byte[] update =
        Updates.merge(
            List.of(
                text(0, "a"),
                UpdateBytes.struct(
                    1,
                    struct -> struct.info(0x86).numbers(CLIENT, 0).string("bold").string("true")),
                more(2, "b"),
                UpdateBytes.struct(
                    3,
                    struct -> struct.info(0x86).numbers(CLIENT, 2).string("bold").string("null")),
                more(4, "c")));

    assertThat(Document.of(update).text("text").runs())
        .containsExactly(
            new TextRun.Letters("a", Map.of()),
            new TextRun.Letters("b", Map.of("bold", new Value.Flag(true))),
            new TextRun.Letters("c", Map.of()));
  }

  @Test
  void rivalsForOnePlaceAreRefusedBeforeTheyTakeMinutes() {
    assertThat(letters(rivals(200))).hasSize(400);
    byte[] many = rivals(5_000);
    assertThat(Updates.summary(many).whole()).isTrue();
    assertThatThrownBy(() -> Document.of(many))
        .isInstanceOf(InvalidUpdateException.class)
        .hasMessageContaining("too many items");
  }

  /// So many clients' letters at the beginning of a text, each before another letter of it.
  private static byte[] rivals(int count) {
    long first = 1L << 40;
    var update = new UpdateBytes().numbers(count + 1);
    update.numbers(1, first, 0).info(4).numbers(1).string("text").string("x".repeat(count));
    for (int client = count; client > 0; client--) {
      update.numbers(1, client, 0).info(0x44).numbers(first, count - client).string("y");
    }
    return update.numbers(0).bytes();
  }

  @Test
  void malformedBytesAreRefused() {
    assertThatThrownBy(() -> Document.of(new byte[] {1}))
        .isInstanceOf(InvalidUpdateException.class);
  }

  private static String letters(byte[] update) {
    var letters = new StringBuilder();
    for (TextRun run : Document.of(update).text("text").runs()) {
      if (run instanceof TextRun.Letters some) {
        letters.append(some.text());
      }
    }
    return letters.toString();
  }
}
