package app.focusly.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.Program;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `backup FILE` beside a server that is written to, and `restore FILE` into an empty folder.
class BackupTest {
  private static final int MESSAGES = 60;

  @TempDir private Path folder;

  @Test
  void aBackUpHasAllUpToSomeMomentAndItsClientsStartOver() throws IOException {
    Path copy = folder.resolve("copy.db");
    JsonNode last;
    List<String> before;
    List<String> all;
    try (TestServer server = start("data");
        Writer ann = new Writer(server, "kept", "ann");
        Writer ben = new Writer(server, "kept", "ben")) {
      ann.join();
      ben.join();
      for (int i = 0; i < MESSAGES; i++) {
        ann.write(100);
      }
      before = List.copyOf(ann.acknowledged());
      var over = new AtomicBoolean();
      var writing = CompletableFuture.runAsync(() -> writeUntil(over, ben));
      Program.Ended ended = Program.run(folder.resolve("data"), "backup", copy.toString());
      over.set(true);
      writing.join();
      assertThat(ended.errors()).isEmpty();
      assertThat(ended.exitCode()).isZero();
      ann.write(100);
      last = ann.join();
      all = ann.history();
    }
    assertThat(all).hasSizeGreaterThan(MESSAGES + 1);

    Files.createDirectory(folder.resolve("restored"));
    Program.Ended ended = Program.run(folder.resolve("restored"), "restore", copy.toString());
    assertThat(ended.errors()).isEmpty();
    assertThat(ended.exitCode()).isZero();

    try (TestServer server = start("restored");
        Writer cem = new Writer(server, "kept", "cem")) {
      JsonNode joined = cem.join(known(last));
      List<String> history = cem.history();
      assertThat(joined.required("resumed").booleanValue()).isFalse();
      assertThat(joined.required("epoch")).isNotEqualTo(last.required("epoch"));
      assertThat(joined.required("seq").longValue()).isLessThan(last.required("seq").longValue());
      assertThat(joined.required("room")).isEqualTo(last.required("room"));
      assertThat(joined.required("timer")).isEqualTo(last.required("timer"));
      assertThat(history).startsWith(before.toArray(String[]::new)).hasSizeLessThan(all.size());
      assertThat(history).isEqualTo(all.subList(0, history.size()));
      assertThat(cem.write(100).path("ok").booleanValue()).isTrue();
    }
  }

  private TestServer start(String data) {
    return TestServer.start(
        Map.of("FOCUSLY_DATA", folder.resolve(data).toString(), "FOCUSLY_MESSAGES", "off"));
  }

  private static void writeUntil(AtomicBoolean over, Writer writer) {
    while (!over.get()) {
      assertThat(writer.write(100).path("ok").booleanValue()).isTrue();
    }
  }

  /// What a client says that comes back.
  private static Map<String, Object> known(JsonNode state) {
    return Map.of(
        "since", state.required("seq").longValue(), "epoch", state.required("epoch").textValue());
  }
}
