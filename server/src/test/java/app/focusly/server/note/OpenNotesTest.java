package app.focusly.server.note;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.Effect;
import app.focusly.room.LeaveReason;
import app.focusly.room.MemberId;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.Recorded;
import app.focusly.room.note.NoteLog;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who writes in a note is answered when it is kept, and the others hear of it then.
class OpenNotesTest {
  private final NoteStage stage = new NoteStage();
  private final Typing ann = new Typing(1);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void whatIsWrittenIsKeptAndHeard() {
    stage.sync("ann");
    stage.sync("ben");
    stage.heard();

    assertThat(stage.write("ann", ann.type("Hello"))).isEqualTo("true");
    assertThat(stage.heard()).containsExactly("ann writes");
    assertThat(stage.kept()).isEqualTo("Hello");
    assertThat(stage.sync("cleo")).isEqualTo("Hello");
  }

  @Test
  void theRoomIsToldWhoIsInANoteWheneverThatChanges() {
    stage.sync("ann");
    stage.sync("ben");
    stage.sync("ann");
    assertThat(stage.told()).containsExactly("ann", "ann ben");
    assertThat(stage.members())
        .containsExactly(new NoteMembers(4, List.of(new MemberId("ann"), new MemberId("ben"))));

    stage.leave("ann");
    stage.drop("ben");
    stage.drop("ben");

    assertThat(stage.told()).containsExactly("ben", "");
    assertThat(stage.members()).isEmpty();
  }

  @Test
  void whatIsKnownIsNeitherKeptNorHeard() {
    stage.sync("ann");
    byte[] update = ann.type("Hello");
    stage.write("ann", update);
    stage.heard();

    assertThat(stage.write("ann", update)).isEqualTo("false");
    assertThat(stage.heard()).isEmpty();
    assertThat(stage.stored().last()).isEqualTo(1);
  }

  @Test
  void whoHasNotAskedWritesNothing() {
    assertThat(stage.write("ann", ann.type("Hello"))).isEqualTo("sync-first");
    assertThat(stage.kept()).isEmpty();
  }

  @Test
  void afterARefusalNothingIsTakenUntilTheNextQuestion() {
    stage.sync("ann");
    byte[] first = ann.type("a");
    byte[] second = ann.type("b");

    assertThat(stage.write("ann", second)).isEqualTo("sync-first");
    assertThat(stage.write("ann", first)).isEqualTo("sync-first");
    stage.sync("ann");
    assertThat(stage.write("ann", first)).isEqualTo("true");
    assertThat(stage.write("ann", new byte[] {9})).isEqualTo("invalid-update");
    assertThat(stage.write("ann", second)).isEqualTo("sync-first");
    assertThat(stage.kept()).isEqualTo("a");
  }

  @Test
  void whatCouldNotBeKeptIsAnsweredAndHeardByNobody() {
    stage.sync("ann");
    stage.write("ann", ann.type("a"));
    stage.heard();
    stage.log.fail(true);
    byte[] lost = ann.type("b");

    assertThat(stage.write("ann", lost)).isEqualTo("storage-unavailable");
    stage.log.fail(false);
    assertThat(stage.heard()).isEmpty();
    assertThat(stage.sync("ben")).isEqualTo("a");
    assertThat(stage.write("ann", lost)).isEqualTo("sync-first");
    stage.sync("ann");
    assertThat(stage.write("ann", lost)).isEqualTo("true");
    assertThat(stage.kept()).isEqualTo("ab");
  }

  @Test
  void whatIsDamagedIsNeverOverwritten() {
    stage.log.append(NoteStage.NOTE, 0, List.of(new byte[] {7, 7, 7}), _ -> {});

    assertThat(stage.sync("ann")).isEqualTo("note-unreadable");
    assertThat(stage.write("ann", ann.type("a"))).isEqualTo("sync-first");
    assertThat(stage.stored().updates()).containsExactly(new byte[] {7, 7, 7});
  }

  @Test
  void whatWasWrittenBeforeTheConnectionEndedIsKept() {
    stage.sync("ann");
    var answers = new ArrayList<CompletableFuture<String>>();
    for (int i = 0; i < 50; i++) {
      answers.add(stage.writing(NoteStage.by("ann"), ann.type("x")));
    }
    stage.drop("ann");

    assertThat(answers).allSatisfy(each -> assertThat(NoteStage.await(each)).isEqualTo("true"));
    assertThat(stage.kept()).isEqualTo("x".repeat(50));
  }

  /// Who went while the server compared what they lacked was put into the note again, and heard of
  /// it for ever.
  @ParameterizedTest
  @MethodSource("ways")
  void whoGoesWhileTheyAskIsNotInTheNote(BiConsumer<NoteStage, String> goes) {
    stage.sync("ann");
    Runnable goOn = stage.holdWork();
    var asked = stage.syncing(NoteStage.by("ben"), new byte[] {0});
    goes.accept(stage, "ben");
    goOn.run();

    assertThat(NoteStage.await(asked)).isEqualTo("sync-first");
    assertThat(stage.heard()).doesNotContain("ben joins");
    assertThat(stage.told()).containsExactly("ann");
    assertThat(stage.write("ben", new Typing(2).type("b"))).isEqualTo("sync-first");
    stage.leave("ann");
    assertThat(stage.memory.total()).isZero();
  }

  static Stream<BiConsumer<NoteStage, String>> ways() {
    return Stream.of(
        NoteStage::leave,
        NoteStage::drop,
        (stage, who) -> stage.goes(who, LeaveReason.LEFT),
        (stage, who) -> stage.goes(who, LeaveReason.REMOVED));
  }

  @Test
  void whoComesBackWhileTheyAskIsInTheNote() {
    stage.sync("ann");
    Runnable goOn = stage.holdWork();
    var first = stage.syncing(NoteStage.by("ben"), new byte[] {0});
    stage.leave("ben");
    var second = stage.syncing(NoteStage.by("ben"), new byte[] {0});
    goOn.run();

    assertThat(NoteStage.await(first)).isEqualTo("sync-first");
    assertThat(NoteStage.await(second)).isEmpty();
    assertThat(stage.told()).containsExactly("ann", "ann ben");
  }

  @Test
  void whatSomebodyWroteIsKeptAlsoWhenTheyGoWhileTheyAsk() {
    stage.sync("ann");
    Runnable goOn = stage.holdWork();
    var before = stage.writing(NoteStage.by("ann"), ann.type("a"));
    var asked = stage.syncing(NoteStage.by("ann"), new byte[] {0});
    var after = stage.writing(NoteStage.by("ann"), ann.type("b"));
    stage.goes("ann", LeaveReason.REMOVED);
    goOn.run();

    assertThat(NoteStage.await(before)).isEqualTo("true");
    assertThat(NoteStage.await(asked)).isEqualTo("sync-first");
    assertThat(NoteStage.await(after)).isEqualTo("true");
    assertThat(stage.kept()).isEqualTo("ab");
  }

  @Test
  void whatSomebodyWroteWhileTheyAskedIsKeptThoughTheyHaveGone() {
    stage.sync("ann");
    Runnable goOn = stage.holdWork();
    var asked = stage.syncing(NoteStage.by("ann"), new byte[] {0});
    var written = stage.writing(NoteStage.by("ann"), ann.type("a"));
    stage.drop("ann");
    goOn.run();

    assertThat(NoteStage.await(asked)).isEqualTo("sync-first");
    assertThat(NoteStage.await(written)).isEqualTo("true");
    assertThat(stage.kept()).isEqualTo("a");
  }

  @Test
  void whatIsKeptStaysShortHoweverMuchIsTyped() {
    stage.sync("ann");
    for (int i = 0; i < 5 * KeptNote.LOG_UPDATES; i++) {
      assertThat(stage.write("ann", ann.type("x"))).isEqualTo("true");
    }

    assertThat(stage.stored().updates().size()).isLessThanOrEqualTo(KeptNote.LOG_UPDATES + 2);
    assertThat(stage.stored().updates().getFirst().length).isLessThan(2_000);
    assertThat(stage.kept()).isEqualTo("x".repeat(5 * KeptNote.LOG_UPDATES));
  }

  @Test
  void aNoteThatCannotBeWrittenAnewGoesOnAsItIs() {
    stage.sync("ann");
    for (int i = 0; i < KeptNote.LOG_UPDATES; i++) {
      stage.write("ann", ann.type("x"));
    }
    stage.log.fail(true);
    stage.write("ann", ann.type("lost"));
    stage.log.fail(false);

    assertThat(stage.kept()).isEqualTo("x".repeat(KeptNote.LOG_UPDATES));
    assertThat(stage.sync("ben")).isEqualTo("x".repeat(KeptNote.LOG_UPDATES));
  }

  @Test
  void aRemovedNoteIsUnknownToWhoeverWaits() {
    stage.sync("ann");
    stage.log.remove(NoteStage.NOTE);
    var first = stage.writing(NoteStage.by("ann"), ann.type("a"));
    stage.run(open -> open.follow(NoteStage.ROOM, removed()));

    assertThat(NoteStage.await(first)).isIn("unknown-note", "storage-unavailable");
    assertThat(stage.heard()).doesNotContain("ann writes").contains("all leave");
    assertThat(stage.memory.total()).isZero();
  }

  /// The empty list of a room's open notes stayed.
  @Test
  void nothingIsLeftOfARoomWhoseLastNoteIsRemoved() {
    stage.sync("ann");
    assertThat(stage.rooms()).isEqualTo(1);
    stage.run(open -> open.follow(NoteStage.ROOM, removed()));

    assertThat(stage.rooms()).isZero();
  }

  @Test
  void nothingIsLeftOfARoomWhoseNoteIsRemovedWhileItIsRead() {
    stage.sync("ann");
    Runnable goOn = stage.holdWork();
    var asked = stage.syncing(NoteStage.by("ben"), new byte[] {0});
    stage.run(open -> open.follow(NoteStage.ROOM, removed()));
    goOn.run();

    assertThat(NoteStage.await(asked)).isEqualTo("unknown-note");
    assertThat(stage.rooms()).isZero();
    assertThat(stage.memory.total()).isZero();
  }

  @Test
  void memoryIsBoundedAndWhatIsLetGoIsReadAgain() {
    try (var small = new NoteStage(1_000)) {
      var other = new NoteLog.Id(NoteStage.NOTE.stream(), 5);
      small.log.add(other);
      small.sync("ann");
      small.write("ann", ann.type("x".repeat(800)));
      NoteStage.await(small.syncing(NoteStage.by("ben", 5), new byte[] {0}));
      NoteStage.await(small.writing(NoteStage.by("ben", 5), new Typing(2).type("y".repeat(800))));
      small.run(_ -> {}); // who is to let go has been told,
      small.run(_ -> {}); // and has done so

      assertThat(small.memory.total()).isLessThanOrEqualTo(1_000);
      assertThat(small.write("ann", ann.type("z"))).isEqualTo("true");
      assertThat(small.kept()).isEqualTo("x".repeat(800) + "z");
    }
  }

  /// Uploads of two megabytes waited by the thousand.
  @Test
  void whatWaitsInANoteIsBounded() {
    stage.sync("ann");
    byte[] whole = ann.type("x".repeat(2 * 1024 * 1024 - 100));
    int some = Math.toIntExact(WaitingBytes.MOST_OF_NOTE / whole.length);
    Runnable goOn = stage.holdWork();
    var taken = new ArrayList<CompletableFuture<String>>();
    for (int i = 0; i < some; i++) {
      taken.add(stage.writing(NoteStage.by("ann"), whole));
    }

    assertThat(stage.write("ann", whole)).isEqualTo("storage-busy");
    assertThat(taken).noneMatch(CompletableFuture::isDone);
    goOn.run();
    assertThat(taken).allSatisfy(each -> assertThat(NoteStage.await(each)).isNotEmpty());
    stage.sync("ann");
    assertThat(stage.write("ann", new byte[] {0, 0})).isEqualTo("false");
    assertThat(stage.waiting.take(WaitingBytes.MOST_OF_ALL)).isTrue(); // nothing waits
  }

  @Test
  void whatWaitsInAllNotesTogetherIsBounded() {
    stage.sync("ann");
    byte[] update = ann.type("a");
    stage.waiting.take(WaitingBytes.MOST_OF_ALL - update.length + 1);

    assertThat(stage.write("ann", update)).isEqualTo("storage-busy");
    stage.waiting.giveBack(1);
    assertThat(stage.write("ann", update)).isEqualTo("true");
  }

  @Test
  void nothingIsLeftOfANoteThatAllHaveLeft() {
    stage.sync("ann");
    stage.sync("ben");
    stage.leave("ann");
    assertThat(stage.memory.total()).isPositive();
    stage.drop("ben");

    assertThat(stage.memory.total()).isZero();
  }

  private static Effect.Happened removed() {
    var event =
        new JournalEvent(9, Instant.EPOCH, "ann", "note-removed", 1, "{\"noteId\":4}", null);
    return new Effect.Happened(
        List.of(new Recorded(event, JsonNodeFactory.instance.objectNode().put("noteId", 4))));
  }
}
