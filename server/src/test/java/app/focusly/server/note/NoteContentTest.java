package app.focusly.server.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.focusly.room.note.NoteLog;
import app.focusly.server.note.NoteContent.Verdict;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a note takes, and how much of it is kept.
class NoteContentTest {
  private static final byte[] NOTHING = {0};
  private static final int LIMIT = 10_000;

  private final Typing ann = new Typing(1);
  private final NoteContent content = fresh();

  private static NoteContent fresh() {
    return NoteContent.of(new NoteLog.Stored(0, List.of()), LIMIT);
  }

  @Test
  void takesWhatIsNewAndKnowsWhatIsNot() {
    byte[] first = ann.type("Hello ");

    assertThat(content.take(first)).isEqualTo(Verdict.TAKEN);
    assertThat(content.take(first)).isEqualTo(Verdict.KNOWN);
    assertThat(content.take(ann.type("world"))).isEqualTo(Verdict.TAKEN);
    assertThat(content.take(new Typing(2).type("!"))).isEqualTo(Verdict.TAKEN);
    assertThat(Typing.text(content.merged())).contains("Hello world").contains("!");
  }

  @Test
  void refusesAHoleUntilItIsFilled() {
    byte[] first = ann.type("a");
    byte[] second = ann.type("b");

    assertThat(content.take(second)).isEqualTo(Verdict.HOLE);
    assertThat(content.take(first)).isEqualTo(Verdict.TAKEN);
    assertThat(content.take(second)).isEqualTo(Verdict.TAKEN);
    assertThat(Typing.text(content.merged())).isEqualTo("ab");
  }

  @Test
  void refusesADeletionOfWhatIsNotThere() {
    ann.type("a");

    assertThat(content.take(ann.deleteAll())).isEqualTo(Verdict.HOLE);
  }

  @Test
  void refusesWhatIsNoUpdate() {
    assertThat(content.take(new byte[] {1, (byte) 0xFF, (byte) 0xFF})).isEqualTo(Verdict.INVALID);
    assertThat(content.take(new byte[0])).isEqualTo(Verdict.INVALID);
    assertThat(Typing.text(content.merged())).isEmpty();
  }

  @Test
  void tellsWhatSomebodyLacks() {
    content.take(ann.type("a"));
    SyncAnswer whole = content.diff(NOTHING);
    content.take(ann.type("b"));

    assertThat(Typing.text(whole.update())).isEqualTo("a");
    assertThat(content.diff(whole.stateVector()).update()).isNotEqualTo(whole.update());
    assertThat(content.diff(content.diff(NOTHING).stateVector()).update())
        .isEqualTo(new byte[] {0, 0});
  }

  @Test
  void isFullAtItsLimitUntilSomethingIsDeleted() {
    assertThat(content.take(ann.type("x".repeat(LIMIT - 100)))).isEqualTo(Verdict.TAKEN);
    assertThat(content.diff(NOTHING).full()).isFalse();
    assertThat(content.take(new Typing(2).type("y".repeat(200)))).isEqualTo(Verdict.FULL);
    assertThat(Typing.text(content.merged())).doesNotContain("y");
    assertThat(content.take(new Typing(3).type("z".repeat(50)))).isEqualTo(Verdict.TAKEN);
    assertThat(content.diff(NOTHING).full()).isTrue();
    assertThat(content.bytes()).isLessThanOrEqualTo(LIMIT);

    assertThat(content.take(ann.deleteAll())).isEqualTo(Verdict.TAKEN);
    assertThat(content.diff(NOTHING).full()).isFalse();
    assertThat(content.take(new Typing(4).type("y".repeat(200)))).isEqualTo(Verdict.TAKEN);
    assertThat(content.merged().length).isLessThan(500);
  }

  @Test
  void readsWhatItWasKeptAs() {
    byte[] first = ann.type("a");
    byte[] second = ann.type("b");
    var read = NoteContent.of(new NoteLog.Stored(2, List.of(first, second)), LIMIT);

    assertThat(Typing.text(read.merged())).isEqualTo("ab");
    assertThat(read.take(second)).isEqualTo(Verdict.KNOWN);
  }

  @Test
  void doesNotReadWhatIsDamaged() {
    byte[] first = ann.type("a");
    byte[] second = ann.type("b");
    byte[] cut = Arrays.copyOf(first, first.length - 2);

    assertThatThrownBy(() -> NoteContent.of(new NoteLog.Stored(1, List.of(cut)), LIMIT))
        .isInstanceOf(UnreadableNoteException.class);
    assertThatThrownBy(() -> NoteContent.of(new NoteLog.Stored(2, List.of(second)), LIMIT))
        .isInstanceOf(UnreadableNoteException.class)
        .hasMessageContaining("hole");
  }
}
