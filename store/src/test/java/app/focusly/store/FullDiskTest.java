package app.focusly.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.AppendResult.Appended;
import app.focusly.room.journal.AppendResult.Cause;
import app.focusly.room.journal.AppendResult.NotAppended;
import app.focusly.room.journal.JournalEvent;
import app.focusly.testkit.JournalCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk of eight megabytes that fills up; only root can make one.
class FullDiskTest {
  @TempDir Path folder;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    assumeThat(System.getProperty("user.name"))
        .as("NOT TESTED, as only root can mount: appends to a full disk")
        .isEqualTo("root");
    mounted = run("mount", "-t", "tmpfs", "-o", "size=8m", "focusly-test", folder.toString());
    assumeThat(mounted)
        .as("NOT TESTED, as this root cannot mount: appends to a full disk")
        .isTrue();
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertThat(run("umount", folder.toString())).isTrue();
    }
  }

  @Test
  void anAppendFailsCleanlyAndLaterOnesWorkWhenThereIsRoom() throws IOException {
    Path ballast = folder.resolve("ballast");
    Files.write(ballast, new byte[3 * 1024 * 1024]);
    String text = "x".repeat(20_000);
    long seq = 0;
    try (var journal = StoreFixture.open(folder.resolve("journal.db"))) {
      AppendResult result;
      do {
        seq++;
        result = StoreFixture.say(journal, seq, text);
      } while (result.equals(new Appended()) && seq < 1_000);

      assertThat(result)
          .isInstanceOfSatisfying(
              NotAppended.class, failed -> assertThat(failed.cause()).isEqualTo(Cause.FAILED));
      assertSaid(journal, seq - 1);

      Files.delete(ballast);
      assertThat(StoreFixture.say(journal, seq, text)).isEqualTo(new Appended());
      assertSaid(journal, seq);
    }
    try (var journal = StoreFixture.open(folder.resolve("journal.db"))) {
      assertSaid(journal, seq);
    }
  }

  private static void assertSaid(SqliteJournal journal, long last) {
    assertThat(JournalCalls.readAll(journal, StoreFixture.STREAM))
        .extracting(JournalEvent::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, last).boxed().toList());
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
