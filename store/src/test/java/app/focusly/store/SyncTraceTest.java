package app.focusly.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page cache survives a killed process, so that a crash test cannot tell whether anything
/// reached the disk. A trace of the system calls can.
class SyncTraceTest {
  private static final int EVENTS = 300;

  /// `pid openat(…, "….db-wal", …) = 7` and its like, and calls that another thread interrupted.
  private static final Pattern OPENED = Pattern.compile("\"[^\"]*\\.db-wal\".*= (\\d+)$");

  private static final Pattern WRITE_TO_LOG = Pattern.compile("pwrite64\\((\\d+),");
  private static final Pattern SYNC = Pattern.compile("f(?:data)?sync\\((\\d+)");
  private static final Pattern ACKNOWLEDGEMENT = Pattern.compile("write\\(1, \"(\\d+) (\\d+)\\\\n");

  @TempDir Path folder;

  @Test
  void noAppendIsAcknowledgedBeforeItsLogIsSynced() throws IOException, InterruptedException {
    Path trace = trace();
    var logs = new HashSet<String>();
    boolean dirty = false;
    int acknowledged = 0;
    int syncs = 0;
    for (String line : resumed(Files.readAllLines(trace))) {
      Matcher opened = OPENED.matcher(line);
      Matcher write = WRITE_TO_LOG.matcher(line);
      Matcher sync = SYNC.matcher(line);
      Matcher acknowledgement = ACKNOWLEDGEMENT.matcher(line);
      if (opened.find()) {
        logs.add(opened.group(1));
      } else if (write.find() && logs.contains(write.group(1))) {
        dirty = true;
      } else if (sync.find() && logs.contains(sync.group(1))) {
        assertThat(line).endsWith("= 0");
        dirty = false;
        syncs++;
      } else if (acknowledgement.find()) {
        assertThat(dirty).as("not on the disk at: %s", line).isFalse();
        acknowledged++;
      }
    }
    assertThat(acknowledged).isEqualTo(EVENTS);
    assertThat(syncs)
        .isGreaterThanOrEqualTo(EVENTS); // one writer at a time: each waits for its own
  }

  /// What one thread of the writer did, by the end of each call: a call that another thread's line
  /// interrupted is put together again.
  private static List<String> resumed(List<String> lines) {
    var whole = new ArrayList<String>();
    var begun = new HashMap<String, String>();
    for (String line : lines) {
      String thread = line.substring(0, line.indexOf(' '));
      if (line.endsWith("<unfinished ...>")) {
        begun.put(thread, line.replace("<unfinished ...>", ""));
      } else if (line.contains(" resumed>")) {
        whole.add(begun.remove(thread) + line.substring(line.indexOf(" resumed>") + 9));
      } else {
        whole.add(line);
      }
    }
    return whole;
  }

  private Path trace() throws IOException, InterruptedException {
    Path trace = folder.resolve("trace");
    Path out = folder.resolve("out");
    Path file = folder.resolve("journal.db");
    StoreFixture.open(file).close();
    var command = new ArrayList<String>();
    String calls = "trace=openat,write,pwrite64,fsync,fdatasync";
    command.addAll(List.of("strace", "-f", "-qq", "-s", "40", "-e", calls, "-o", trace.toString()));
    command.addAll(CrashTest.command(file, 1, EVENTS));
    Process child;
    try {
      child =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
    } catch (IOException absent) {
      assumeThat(absent)
          .as("NOT TESTED, as there is no strace: acknowledgements wait for the disk")
          .isNull();
      throw absent;
    }
    try {
      assertThat(child.waitFor(120, TimeUnit.SECONDS)).as(Files.readString(out)).isTrue();
      assertThat(child.exitValue()).as(Files.readString(out)).isZero();
      return trace;
    } finally {
      child.descendants().forEach(ProcessHandle::destroyForcibly);
      child.destroyForcibly();
    }
  }
}
