package app.focusly.room.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.ledger.ChatRoom;
import app.focusly.room.ledger.LedgerLimits;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Messages that have left memory are as good as the last ones.
class OldMessagesTest {
  private static final int OLD = 50;

  private final ChatRoom room = new ChatRoom(ChatLimits.DEFAULT);

  @BeforeEach
  void fill() {
    for (int i = 1; i <= OLD + Messages.WINDOW; i++) {
      room.send("ann", "n" + i);
    }
    room.settle();
    room.restart(); // from the snapshot, so that nothing is remembered of those before the last
    room.view();
    room.heard();
  }

  @Test
  void theyAreEditedDeletedAndAnswered() {
    assertThat(room.edit("ann", 1, "new")).contains("ann: done 251");
    assertThat(room.edit("ben", 2, "new")).containsExactly("ben: not-your-message");
    assertThat(room.delete("ann", 3)).contains("ann: done 252");
    assertThat(room.execute("ben", new ChatCommand.Send("yes", 4, List.of(), null)))
        .contains("ben: done 253");
    assertThat(room.react("ben", 3, "👍", true)).containsExactly("ben: unknown-message");
    assertThat(room.edit("ann", 1, "newer")).contains("ann: done 254");

    assertThat(room.body(1).path("text").textValue()).isEqualTo("newer");
    assertThat(room.body(251)).hasToString("{\"messageId\":1}");
    assertThat(room.body(3).path("deleted").booleanValue()).isTrue();
  }

  @Test
  void theNumberOfAnotherEventIsNoMessage() {
    room.edit("ann", OLD + Messages.WINDOW, "x");
    for (int i = 0; i < Messages.WINDOW; i++) {
      room.send("ann", "more");
    }
    room.restart();

    assertThat(room.edit("ann", OLD + Messages.WINDOW + 1, "x"))
        .containsExactly("ann: unknown-message");
    assertThat(room.delete("ann", 0)).containsExactly("ann: unknown-message");
    assertThat(room.delete("ann", Long.MAX_VALUE)).containsExactly("ann: unknown-message");
  }

  @Test
  void reactionsAtTheSameTimeAreAllKept() {
    room.setAnswersReads(false);
    react("ben", 7, true);
    react("cem", 7, true);
    room.answerLastReadFirst();
    react("dan", 7, true); // while the other two are on their way to the disk
    room.setAnswersReads(true);
    room.succeedAll();

    assertThat(room.body(7).path("reactions")).hasToString("{\"👍\":[\"ben\",\"cem\",\"dan\"]}");
  }

  @Test
  void aMembersCommandsKeepTheirOrder() {
    room.setAnswersReads(false);
    react("ben", 7, true);
    room.start("ben", new ChatCommand.Send("after it", 0, List.of(), null));
    react("ben", 7, false);
    room.start("cem", new ChatCommand.Send("in between", 0, List.of(), null));
    assertThat(room.heard()).isEmpty();
    room.answerLastReadFirst();
    room.setAnswersReads(true);
    room.succeedAll();

    assertThat(room.events().subList(250, 254))
        .extracting(event -> event.actor() + " " + event.type())
        .containsExactly("cem chat-sent", "ben chat-reacted", "ben chat-sent", "ben chat-reacted");
    assertThat(room.body(7).has("reactions")).isFalse();
  }

  @Test
  void whatHappenedWhileItWasLookedUpCounts() {
    room.setAnswersReads(false);
    react("ben", 7, true);
    room.heard();
    room.setAnswersReads(true);
    room.succeedAll();
    room.setAnswersReads(false);
    room.start("ann", new ChatCommand.Delete(7, null));
    room.start("cem", new ChatCommand.React(7, new Emoji("🎉"), true, null));
    room.setAnswersReads(true);
    room.succeedAll();

    assertThat(room.heard()).contains("ann: done 252", "cem: unknown-message");
    assertThat(room.body(7).path("deleted").booleanValue()).isTrue();
  }

  @Test
  void aJournalThatCannotBeReadIsAnAnswer() {
    room.setReadable(false);

    assertThat(room.delete("ann", 7)).containsExactly("trouble", "ann: storage-unavailable");
    assertThat(room.delete("ann", OLD + 7)).contains("ann: done 251");
  }

  @Test
  void whatIsReadTooLateIsOfNoUse() {
    room.setAnswersReads(false);
    room.start("ben", new ChatCommand.React(7, new Emoji("👍"), true, null));
    room.start("cem", new ChatCommand.Delete(7, null));
    for (int i = 0; i <= LedgerLimits.LOOK_UP_LAG; i++) {
      room.send("ann", "more");
    }
    room.heard();
    room.setAnswersReads(true);

    assertThat(room.heard()).containsExactly("ben: storage-busy", "cem: storage-busy");
  }

  @Test
  void soManyWaitForWhatIsLookedUp() {
    room.setAnswersReads(false);
    for (int i = 0; i < LedgerLimits.DEFAULT.reads(); i++) {
      react("m" + i, 7, true);
    }
    react("ben", 7, true);
    assertThat(room.heard()).containsExactly("ben: storage-busy");

    room.setAnswersReads(true);
    room.succeedAll();
    assertThat(room.body(7).path("reactions").path("👍")).hasSize(LedgerLimits.DEFAULT.reads());
  }

  @Test
  void afterAFailureTheyAreLookedUpAnew() {
    room.start("ann", new ChatCommand.Edit(OLD + 1, "lost", null));
    room.setAnswersReads(false);
    react("ben", 7, true);
    room.fail();
    room.setAnswersReads(true);

    assertThat(room.heard())
        .containsSubsequence("ann: storage-unavailable", "ben: storage-unavailable");
    room.pass(LedgerLimits.DEFAULT.retry());
    assertThat(room.react("ben", 7, "👍", true)).contains("ben: done 251");
  }

  @Test
  void theyAreShownWhileNothingCanBeStored() {
    room.start("ann", new ChatCommand.Edit(OLD + 1, "lost", null));
    room.fail();

    assertThat(room.history(3, 10).path("messages")).hasSize(2);
  }

  @Test
  void pagesAreTheMessagesAsTheyAreNow() {
    room.edit("ann", 2, "new");
    room.delete("ann", 3);
    room.react("ben", 4, "👍", true);
    room.edit("ann", 120, "newer");

    assertThat(texts(1, 10)).isEmpty();
    assertThat(texts(5, 10)).containsExactly("n1", "new", "", "n4");
    assertThat(room.history(5, 10).path("messages").path(3).path("reactions"))
        .hasToString("{\"👍\":[\"ben\"]}");
    assertThat(room.history(5, 10).path("more").booleanValue()).isFalse();
    assertThat(texts(121, 3)).containsExactly("n118", "n119", "newer");
    assertThat(room.history(121, 3).path("more").booleanValue()).isTrue();
    assertThat(texts(Long.MAX_VALUE, 1)).containsExactly("n250");
  }

  @Test
  void aPageHasWhatIsOnItsWayToTheDisk() {
    room.start("ben", new ChatCommand.React(7, new Emoji("👍"), true, null));
    room.start("ben", new ChatCommand.Send("new", 0, List.of(), null));
    var page = room.history(Long.MAX_VALUE, 100).path("messages");
    assertThat(page.path(99).path("text").textValue()).isEqualTo("new");
    assertThat(room.history(8, 1).path("messages").path(0).path("reactions"))
        .hasToString("{\"👍\":[\"ben\"]}");
  }

  private Stream<String> texts(long before, int limit) {
    return room.history(before, limit)
        .path("messages")
        .valueStream()
        .map(message -> message.path("text").textValue());
  }

  private void react(String member, long messageId, boolean on) {
    room.start(member, new ChatCommand.React(messageId, new Emoji("👍"), on, null));
  }
}
