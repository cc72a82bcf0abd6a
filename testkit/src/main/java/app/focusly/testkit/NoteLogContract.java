package app.focusly.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.AppendResult.Appended;
import app.focusly.room.journal.AppendResult.Cause;
import app.focusly.room.journal.AppendResult.NotAppended;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import app.focusly.room.note.NoteLog;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// What every log of notes does.
public abstract class NoteLogContract {
  protected static final NoteLog.Id NOTE = new NoteLog.Id(new StreamId("room:abc"), 1);
  private static final NoteLog.Id OTHER = new NoteLog.Id(new StreamId("room:xyz"), 1);

  /// The log under test; every call gives the same, with what is in it.
  protected abstract NoteLog log();

  /// Makes a note, which is the first thing in its stream.
  protected abstract void add(NoteLog.Id note);

  /// Removes it.
  protected abstract void remove(NoteLog.Id note);

  @Test
  void aNoteThatThereIsNotIsEmptyAndTakesNothing() {
    assertThat(texts(NOTE)).isEmpty();
    assertThat(stored(NOTE).last()).isZero();
    assertThat(append(NOTE, 0, "a")).isEqualTo(Cause.CONFLICT.name());
    assertThat(compact(NOTE, 0, "a")).isEqualTo(Cause.CONFLICT.name());
    assertThat(texts(NOTE)).isEmpty();
  }

  @Test
  void givesBackWhatWasAppendedInOrder() {
    add(NOTE);
    add(OTHER);

    assertThat(append(NOTE, 0, "a", "b")).isEqualTo("ok");
    assertThat(append(NOTE, 2, "c")).isEqualTo("ok");
    assertThat(append(OTHER, 0, "x")).isEqualTo("ok");
    assertThat(texts(NOTE)).containsExactly("a", "b", "c");
    assertThat(stored(NOTE).last()).isEqualTo(3);
    assertThat(texts(OTHER)).containsExactly("x");
  }

  @Test
  void whoIsNotAtTheEndAppendsNothing() {
    add(NOTE);
    append(NOTE, 0, "a");

    assertThat(append(NOTE, 0, "b")).isEqualTo(Cause.CONFLICT.name());
    assertThat(append(NOTE, 2, "b")).isEqualTo(Cause.CONFLICT.name());
    assertThat(texts(NOTE)).containsExactly("a");
  }

  @Test
  void whatIsCompactedStandsBeforeWhatCameLater() {
    add(NOTE);
    append(NOTE, 0, "a", "b", "c");

    assertThat(compact(NOTE, 2, "ab")).isEqualTo("ok");
    assertThat(texts(NOTE)).containsExactly("ab", "c");
    assertThat(append(NOTE, 3, "d")).isEqualTo("ok");
    assertThat(compact(NOTE, 4, "abcd")).isEqualTo("ok");
    assertThat(texts(NOTE)).containsExactly("abcd");
    assertThat(append(NOTE, 4, "e")).isEqualTo("ok");
    assertThat(texts(NOTE)).containsExactly("abcd", "e");
    assertThat(stored(NOTE).last()).isEqualTo(5);
  }

  @Test
  void whatIsNotThereIsNotCompacted() {
    add(NOTE);
    append(NOTE, 0, "a");

    assertThat(compact(NOTE, 2, "ab")).isEqualTo(Cause.CONFLICT.name());
    assertThat(texts(NOTE)).containsExactly("a");
  }

  @Test
  void aRemovedNoteIsEmptyAndTakesNothing() {
    add(NOTE);
    append(NOTE, 0, "a", "b");
    compact(NOTE, 1, "a");
    remove(NOTE);

    assertThat(texts(NOTE)).isEmpty();
    assertThat(append(NOTE, 2, "c")).isEqualTo(Cause.CONFLICT.name());
    assertThat(append(NOTE, 0, "c")).isEqualTo(Cause.CONFLICT.name());
    assertThat(texts(NOTE)).isEmpty();
  }

  private String append(NoteLog.Id note, long after, String... updates) {
    var answer = new CompletableFuture<AppendResult>();
    log()
        .append(
            note,
            after,
            Arrays.stream(updates).map(NoteLogContract::bytes).toList(),
            answer::complete);
    return word(answer.join());
  }

  private String compact(NoteLog.Id note, long upTo, String update) {
    var answer = new CompletableFuture<AppendResult>();
    log().compact(note, upTo, bytes(update), answer::complete);
    return word(answer.join());
  }

  private static String word(AppendResult result) {
    return switch (result) {
      case Appended _ -> "ok";
      case NotAppended(Cause cause, _) -> cause.name();
    };
  }

  private List<String> texts(NoteLog.Id note) {
    return stored(note).updates().stream()
        .map(update -> new String(update, StandardCharsets.UTF_8))
        .toList();
  }

  private NoteLog.Stored stored(NoteLog.Id note) {
    var answer = new CompletableFuture<Read<NoteLog.Stored>>();
    log().read(note, answer::complete);
    return switch (answer.join()) {
      case Read.Found<NoteLog.Stored>(NoteLog.Stored stored) -> stored;
      case Read.Unavailable<NoteLog.Stored> unavailable ->
          throw new AssertionError(unavailable.toString());
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
