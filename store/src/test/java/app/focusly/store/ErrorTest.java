package app.focusly.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.Read;
import app.focusly.testkit.JournalCalls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Errors, such as those for want of memory, used to end a thread of the store while somebody
/// waited for it: a room that was being read was read for ever.
class ErrorTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir Path folder;

  @Test
  void whoReadsIsAnsweredAndOthersReadOn() {
    Path file = folder.resolve("journal.db");
    try (var journal = StoreFixture.open(file);
        var readers = new JournalReaders(file, StoreLimits.DEFAULT)) {
      StoreFixture.say(journal, 1, "t");
      for (int i = 0; i < 2 * StoreLimits.DEFAULT.readers(); i++) {
        var answer = new CompletableFuture<Read<Object>>();
        readers.read(
            _ -> {
              throw new OutOfMemoryError("as a test says");
            },
            answer::complete);
        assertThat(answer).succeedsWithin(SOON).isInstanceOf(Read.Unavailable.class);
      }
      var answer = new CompletableFuture<Read<String>>();
      readers.read(
          connection -> Connections.text(connection, "SELECT count(*) FROM event"),
          answer::complete);
      assertThat(answer).succeedsWithin(SOON).isEqualTo(new Read.Found<>("1"));
    }
  }

  @Test
  void whenTheWriterEndsWhoAppendsIsToldAndReadingGoesOn() {
    Path file = folder.resolve("journal.db");
    try (var journal = StoreFixture.open(file)) {
      StoreFixture.say(journal, 1, "t");
      CompletableFuture<Object> ending =
          journal.call(_ -> {
            throw new OutOfMemoryError("as a test says");
          });

      assertThat(ending).failsWithin(SOON);
      assertThat(StoreFixture.say(journal, 2, "t")).isInstanceOf(AppendResult.NotAppended.class);
      assertThat(journal.isWorking()).isFalse();
      assertThat(JournalCalls.readAll(journal, StoreFixture.STREAM)).hasSize(1);
    }
  }
}
