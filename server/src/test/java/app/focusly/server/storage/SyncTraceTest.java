package app.focusly.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.focusly.server.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page cache survives a killed process, so that no crash shows whether anything had reached
/// the disk. A trace of the real server's system calls does: neither an acknowledgement nor an
/// event is written to a socket before the log with it was synced.
class SyncTraceTest {
  private static final int WRITERS = 4;
  private static final int MESSAGES = 50;

  @TempDir private Path folder;

  @Test
  void nothingIsSaidBeforeItIsOnTheDisk() throws IOException {
    Path file = folder.resolve("trace");
    try (Program server = serve(file)) {
      List<Writer> writers =
          IntStream.range(0, WRITERS)
              .mapToObj(number -> new Writer(server, "room-" + number, "writer-" + number))
              .toList();
      writers.stream()
          .map(writer -> CompletableFuture.runAsync(() -> write(writer)))
          .toList()
          .forEach(CompletableFuture::join);
      writers.forEach(Writer::close); // after all are done: each has a socket of its own number
    }

    var trace = new Trace(Files.readAllLines(file));
    assertThat(trace.early()).isEmpty();
    assertThat(trace.acknowledgements()).isEqualTo(WRITERS * MESSAGES);
    assertThat(trace.events()).isEqualTo(WRITERS * MESSAGES);
    assertThat(trace.syncs()).isGreaterThanOrEqualTo(MESSAGES); // one writer waits as often
  }

  /// A tracer that sees nothing would find nothing wrong.
  @Test
  void anEarlyWordIsNoticed() {
    var trace =
        new Trace(
            List.of(
                "1 openat(AT_FDCWD, \"/data/focusly.db-wal\", O_RDWR) = 7",
                "1 pwrite64(7, \"..writer-0 writes 1.!..\", 4096, 56) = 4096",
                "1 fdatasync(7 <unfinished ...>",
                "2 write(9, \"430[{\\\"ok\\\":true,\\\"seq\\\":4}]\", 25) = 25",
                "1 <... fdatasync resumed>) = 0",
                "2 write(9, \"42[\\\"room-event\\\",{\\\"seq\\\":4,\\\"text\\\":\\\"writer-0 writes 1.!\\\"\", 60) = 60"));

    assertThat(trace.events()).isEqualTo(1);
    assertThat(trace.early()).containsExactly("Place[socket=9, seq=4] writer-0 writes 1.");
  }

  private static void write(Writer writer) {
    writer.join();
    for (int i = 0; i < MESSAGES; i++) {
      assertThat(writer.write(0).path("ok").booleanValue()).isTrue();
    }
  }

  private Program serve(Path file) throws IOException {
    String calls = "trace=openat,write,writev,sendto,sendmsg,pwrite64,fsync,fdatasync";
    try {
      Path data = Files.createDirectory(folder.resolve("data"));
      return Program.serve(
          data, "strace", "-f", "-qq", "-s", "8192", "-e", calls, "-o", file.toString());
    } catch (IOException absent) {
      assumeThat(absent)
          .as("NOT TESTED, as there is no strace: acknowledgements wait for the disk")
          .isNull();
      throw absent;
    }
  }
}
