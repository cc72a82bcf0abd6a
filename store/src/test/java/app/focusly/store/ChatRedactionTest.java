package app.focusly.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.chat.Chat;
import app.focusly.room.chat.ChatCommand;
import app.focusly.room.chat.ChatLimits;
import app.focusly.room.chat.Emoji;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.Actor;
import app.focusly.room.ledger.Answer;
import app.focusly.room.ledger.FeatureTable;
import app.focusly.room.ledger.Input;
import app.focusly.room.ledger.Ledger;
import app.focusly.room.ledger.LedgerDriver;
import app.focusly.room.ledger.LedgerLimits;
import app.focusly.room.ledger.Output;
import app.focusly.room.member.Role;
import app.focusly.testkit.JournalCalls;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What members deleted or edited away is in no table and in no file.
class ChatRedactionTest {
  private static final int MESSAGES = 260;
  private static final String SECRET = "Do-not-tell";

  @TempDir Path folder;

  /// One thread owns the ledger: the test's.
  private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

  private final List<Answer> answers = new ArrayList<>();
  private SqliteJournal journal;
  private LedgerDriver<String> driver;

  @BeforeEach
  void open() {
    journal = StoreFixture.open(folder.resolve("journal.db"));
    var table = new FeatureTable(List.of(() -> new Chat(ChatLimits.DEFAULT)));
    driver =
        new LedgerDriver<>(
            new Ledger<>(StoreFixture.STREAM, table, LedgerLimits.DEFAULT),
            journal,
            tasks::add,
            () -> StoreFixture.AT,
            this::hear);
  }

  @Test
  void whatIsEditedAndDeletedIsNowhere() throws InterruptedException {
    SqliteJournal open = journal;
    try (open) {
      for (int i = 1; i <= MESSAGES; i++) {
        execute(new ChatCommand.Send(text(i), 0, List.of(), null));
      }
      for (int i = 3; i <= MESSAGES; i += 6) {
        execute(new ChatCommand.Edit(i, SECRET + " in other words", null));
        execute(new ChatCommand.React(i, new Emoji("👍"), true, null));
      }
      settle();
      assertThat(JournalCalls.open(journal, StoreFixture.STREAM).snapshot()).isNotNull();
      assertThat(leaks()).isNotEmpty();

      for (int i = 3; i <= MESSAGES; i += 3) {
        execute(
            i % 2 == 0
                ? new ChatCommand.Edit(i, "harmless", null)
                : new ChatCommand.Delete(i, null));
      }
      settle();
      assertThat(answers).allMatch(Answer.Done.class::isInstance);
      assertThat(JournalCalls.readAll(journal, StoreFixture.STREAM))
          .extracting(JournalEvent::body)
          .noneMatch(body -> body.contains(SECRET));
      assertThat(journal.emptyLog().join()).isTrue();
      assertThat(leaks()).isEmpty();
      assertThat(StoreFixture.contents(folder).get("journal.db")).contains("harmless");
    }
    assertThat(leaks()).isEmpty();
  }

  /// Every third is a secret, from a few bytes to several pages.
  private static String text(int message) {
    String filling = "." + "v".repeat(message % 50 == 0 ? 3_900 : message * 7 % 900);
    return message % 3 == 0 ? SECRET + filling : "harmless" + filling;
  }

  private void execute(ChatCommand command) throws InterruptedException {
    var ann = new Actor("ann", "Ann", Role.MEMBER);
    driver.tell(new Input.Execute<>("ann", ann, null, command));
    finish();
  }

  private void settle() throws InterruptedException {
    driver.tell(new Input.Settle<>());
    finish();
  }

  private void finish() throws InterruptedException {
    while (!driver.isIdle()) {
      Runnable task = tasks.poll(60, TimeUnit.SECONDS);
      assertThat(task).as("an answer of the journal").isNotNull();
      task.run();
    }
  }

  private void hear(Output<String> output) {
    if (output instanceof Output.Answered<String>(String waiter, Answer answer)) {
      answers.add(answer);
    }
  }

  private List<String> leaks() {
    return StoreFixture.contents(folder).entrySet().stream()
        .filter(file -> file.getValue().contains(SECRET))
        .map(Map.Entry::getKey)
        .toList();
  }
}
