package app.focusly.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.JournalEvent;
import app.focusly.testkit.JournalCalls;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed while it appends loses nothing that it acknowledged.
class CrashTest {
  private static final int KILLS = 20;
  private static final int STREAMS = 8;

  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedIsThereOnceAndInOrder() throws IOException, InterruptedException {
    Path file = folder.resolve("journal.db");
    var random = new Random(20260101);
    var acknowledged = new HashMap<Integer, Long>();
    for (int kill = 0; kill < KILLS; kill++) {
      long before = acknowledged.values().stream().mapToLong(Long::longValue).sum();
      runUntilKilled(file, 1 + random.nextInt(2_000), acknowledged);
      assertThat(acknowledged.values().stream().mapToLong(Long::longValue).sum())
          .isGreaterThan(before);
      check(file, acknowledged);
    }
  }

  /// Kills the process, by SIGKILL, after so many acknowledgements.
  private void runUntilKilled(Path file, int acknowledgements, Map<Integer, Long> acknowledged)
      throws IOException, InterruptedException {
    Path errors = folder.resolve("errors");
    Process child =
        new ProcessBuilder(command(file, STREAMS, 1_000_000))
            .redirectError(errors.toFile())
            .start();
    try (BufferedReader out = child.inputReader()) {
      for (int i = 0; i < acknowledgements; i++) {
        read(out.readLine(), errors, acknowledged);
      }
      child.toHandle().destroyForcibly(); // unlike the process's own, it leaves the pipe open
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        read(line, errors, acknowledged); // what it had said before it died
      }
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(128 + 9);
  }

  private static void read(String line, Path errors, Map<Integer, Long> acknowledged)
      throws IOException {
    assertThat(line).as(Files.readString(errors)).matches("\\d+ \\d+");
    String[] words = line.split(" ", -1);
    long seq = Long.parseLong(words[1]);
    Long before = acknowledged.put(Integer.valueOf(words[0]), seq);
    assertThat(before == null ? 0 : before).isLessThan(seq);
  }

  private static void check(Path file, Map<Integer, Long> acknowledged) {
    try (var journal = StoreFixture.open(file)) {
      acknowledged.forEach((stream, last) -> {
        List<JournalEvent> events = JournalCalls.readAll(journal, CrashChild.id(stream));
        long head = JournalCalls.open(journal, CrashChild.id(stream)).head();
        assertThat(head).isBetween(last, last + 1);
        assertThat(events)
            .extracting(JournalEvent::body)
            .containsExactlyElementsOf(
                LongStream.rangeClosed(1, head).mapToObj(seq -> body(seq, stream)).toList());
        acknowledged.put(stream, head);
      });
    }
  }

  private static String body(long seq, int stream) {
    return "{\"text\":\"event %d of %d\"}".formatted(seq, stream);
  }

  static List<String> command(Path file, int streams, int most) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xshare:auto", "-Xmx256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(CrashChild.class.getName());
    command.addAll(List.of(file.toString(), Integer.toString(streams), Integer.toString(most)));
    return command;
  }
}
