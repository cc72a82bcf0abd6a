package app.focusly.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.AppendResult.Appended;
import app.focusly.room.journal.AppendResult.Cause;
import app.focusly.room.journal.AppendResult.NotAppended;
import app.focusly.room.journal.StreamId;
import app.focusly.testkit.JournalCalls;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What waits together is written together, and each is answered for itself.
class GroupCommitTest {
  @TempDir Path folder;

  @Test
  void appendsOfManyStreamsAreAllWritten() {
    try (var journal = StoreFixture.open(file())) {
      var answers = whileTheWriterWaits(journal, 300);

      assertThat(answers).hasSize(300).containsOnly(new Appended());
      for (int i = 0; i < 300; i++) {
        assertThat(JournalCalls.readAll(journal, stream(i))).hasSize(1);
      }
    }
  }

  @Test
  void aFullQueueIsAnAnswer() {
    var limits = new StoreLimits(10, 1_000_000, 4, 1_000_000, 1, 1);
    try (var journal = SqliteJournal.open(file(), limits, () -> "epoch")) {
      var answers = whileTheWriterWaits(journal, 15);

      assertThat(answers.subList(0, 10)).containsOnly(new Appended());
      assertThat(answers.subList(10, 15))
          .containsOnly(new NotAppended(Cause.BUSY, "too many appends wait"));
    }
  }

  @Test
  void theQueueIsBoundedByBytesAsWell() {
    long two = 2L * StoreFixture.append(stream(0), 1, "text").bytes();
    var limits = new StoreLimits(1_000, two, 1_000, 1, 1, 1);
    try (var journal = SqliteJournal.open(file(), limits, () -> "epoch")) {
      var answers = whileTheWriterWaits(journal, 3);

      assertThat(answers.subList(0, 2)).containsOnly(new Appended());
      assertThat(answers.get(2)).isEqualTo(new NotAppended(Cause.BUSY, "too many appends wait"));
    }
  }

  @Test
  void appendsOfOneStreamInOneTransactionContinueEachOther() {
    try (var journal = StoreFixture.open(file())) {
      var gate = block(journal);
      var answers = new ArrayList<CompletableFuture<AppendResult>>();
      for (long seq : new long[] {1, 2, 4, 3}) {
        answers.add(append(journal, StoreFixture.append(StoreFixture.STREAM, seq, "t")));
      }
      gate.countDown();

      assertThat(answers.stream().map(CompletableFuture::join))
          .containsExactly(
              new Appended(),
              new Appended(),
              new NotAppended(Cause.CONFLICT, "the stream has moved on"),
              new Appended());
    }
  }

  @Test
  void oneThatTheDatabaseRejectsTakesNoOtherWithIt() throws SQLException {
    StoreFixture.open(file()).close();
    try (Connection connection = Connections.writing(file());
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TRIGGER poison BEFORE INSERT ON event WHEN new.body LIKE '%poison%'"
              + " BEGIN SELECT RAISE(ABORT, 'poison'); END");
    }
    try (var journal = StoreFixture.open(file())) {
      var gate = block(journal);
      var good = append(journal, StoreFixture.append(stream(1), 1, "good"));
      var bad = append(journal, StoreFixture.append(stream(2), 1, "poison"));
      var better = append(journal, StoreFixture.append(stream(3), 1, "better"));
      gate.countDown();

      assertThat(good.join()).isEqualTo(new Appended());
      assertThat(bad.join())
          .isInstanceOfSatisfying(
              NotAppended.class, failed -> assertThat(failed.cause()).isEqualTo(Cause.FAILED));
      assertThat(better.join()).isEqualTo(new Appended());
    }
  }

  @Test
  void anAnswerThatThrowsKeepsNobodyWaiting() {
    try (var journal = StoreFixture.open(file())) {
      var gate = block(journal);
      journal.append(
          StoreFixture.append(stream(1), 1, "t"),
          result -> {
            throw new IllegalStateException("the asker's fault");
          });
      var next = append(journal, StoreFixture.append(stream(2), 1, "t"));
      gate.countDown();

      assertThat(next.join()).isEqualTo(new Appended());
    }
  }

  @Test
  void closingWritesWhatWaitsAndTakesNoMore() {
    var journal = StoreFixture.open(file());
    var gate = block(journal);
    var waiting = append(journal, StoreFixture.append(stream(1), 1, "t"));
    gate.countDown();
    journal.close();

    assertThat(waiting.join()).isEqualTo(new Appended());
    assertThat(append(journal, StoreFixture.append(stream(1), 2, "t")).join())
        .isInstanceOf(NotAppended.class);
  }

  private static List<AppendResult> whileTheWriterWaits(SqliteJournal journal, int count) {
    var gate = block(journal);
    var answers = new ArrayList<CompletableFuture<AppendResult>>();
    for (int i = 0; i < count; i++) {
      answers.add(append(journal, StoreFixture.append(stream(i), 1, "text")));
    }
    gate.countDown();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  /// Holds the writer's thread, inside the answer to an append, until the gate opens.
  private static CountDownLatch block(SqliteJournal journal) {
    var held = new CountDownLatch(1);
    var gate = new CountDownLatch(1);
    journal.append(
        StoreFixture.append(new StreamId("room:gate"), 1, "t"),
        result -> {
          held.countDown();
          await(gate);
        });
    await(held);
    return gate;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static CompletableFuture<AppendResult> append(SqliteJournal journal, Append append) {
    var answer = new CompletableFuture<AppendResult>();
    journal.append(append, answer::complete);
    return answer;
  }

  private static StreamId stream(int number) {
    return new StreamId("room:r" + number);
  }

  private Path file() {
    return folder.resolve("journal.db");
  }
}
