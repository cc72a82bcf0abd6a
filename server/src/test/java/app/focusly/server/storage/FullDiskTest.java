package app.focusly.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.TestServer;
import app.focusly.testkit.SmallDisk;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that fills up under the running server.
class FullDiskTest {
  private static final int LENGTH = 4_000;
  private static final int MOST_MESSAGES = 2_000;
  private static final int MOST_ATTEMPTS = 20;

  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void whatCannotBeStoredIsRefusedUntilThereIsRoomAndNothingAcknowledgedIsLost()
      throws IOException {
    try (SmallDisk disk = SmallDisk.on(folder, 8, 3)) {
      List<String> acknowledged;
      try (TestServer server = start();
          Writer ann = new Writer(server, "full", "ann");
          Writer ben = new Writer(server, "full", "ben")) {
        ann.join();
        ben.join();
        assertThat(code(fill(ann))).isEqualTo("storage-unavailable");
        assertReadiness(server, 503, "storage unavailable");
        assertTheRoomIsReadable(server, ann, ben);

        disk.makeRoom();
        writeAtLast(ann);
        assertReadiness(server, 200, "ready");
        assertThat(code(ben.write(LENGTH))).isEqualTo("ok");
        assertThat(code(ann.write(LENGTH))).isEqualTo("ok");
        acknowledged = ben.history();
        assertThat(acknowledged)
            .containsSubsequence(ann.acknowledged())
            .contains("ben writes 1.")
            .hasSize(ann.acknowledged().size() + 1);
      }
      try (TestServer server = start();
          Writer cem = new Writer(server, "full", "cem")) {
        cem.join();
        assertThat(cem.history()).isEqualTo(acknowledged);
      }
    }
  }

  private TestServer start() {
    return TestServer.start(
        Map.of("FOCUSLY_DATA", folder.resolve("data").toString(), "FOCUSLY_MESSAGES", "off"),
        () -> now);
  }

  private static JsonNode fill(Writer writer) {
    JsonNode answer;
    do {
      answer = writer.write(LENGTH);
    } while (code(answer).equals("ok") && writer.acknowledged().size() < MOST_MESSAGES);
    return answer;
  }

  /// Somebody new comes in and sees it all, the past can be read, and the call goes on.
  private static void assertTheRoomIsReadable(TestServer server, Writer ann, Writer ben) {
    try (Writer cem = new Writer(server, "full", "cem")) {
      JsonNode joined = cem.join();
      List<String> written = ann.acknowledged();
      assertThat(Writer.texts(joined.at("/chat/messages")))
          .isNotEmpty()
          .isEqualTo(
              written.subList(written.size() - joined.at("/chat/messages").size(), written.size()));
      assertThat(ben.history()).isEqualTo(written);
      var media = Map.of("mic", true, "camera", false, "screen", false, "hand", false);
      assertThat(code(cem.client().call("media-state", media))).isEqualTo("ok");
    }
  }

  /// One command a second is tried; the test makes the seconds pass.
  private void writeAtLast(Writer writer) {
    JsonNode answer = writer.again(LENGTH);
    for (int i = 0; i < MOST_ATTEMPTS && !code(answer).equals("ok"); i++) {
      assertThat(code(answer)).isEqualTo("storage-unavailable");
      now = now.plus(Duration.ofSeconds(1));
      answer = writer.again(LENGTH);
    }
    assertThat(code(answer)).isEqualTo("ok");
  }

  private static void assertReadiness(TestServer server, int status, String text) {
    HttpAnswer answer = RawHttp.get(server, "/readyz");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).isEqualTo(text);
  }

  private static String code(JsonNode answer) {
    return answer.path("code").asText("ok");
  }
}
