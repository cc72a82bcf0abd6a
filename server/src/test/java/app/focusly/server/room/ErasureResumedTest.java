package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.DataFiles;
import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.TestServer;
import app.focusly.testkit.FailingJournal;
import app.focusly.testkit.FailingJournal.Fault;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody wants to be forgotten while nothing can be stored. It used to be theirs to ask again.
class ErasureResumedTest {
  private static final String SECRET = "Do-not-tell";
  private static final int MAX_LOOKS = 10_000;

  @TempDir private Path folder;

  @Test
  void whatCouldNotBeForgottenIsAfterARestart() {
    var files = new DataFiles(folder);
    var broken = new AtomicBoolean();
    try (TestServer server = start(broken);
        var ann = new Person(server, "The writer")) {
      ann.join("one");
      ann.client().call("chat-send", Map.of("text", SECRET));
      ann.join("two");
      ann.client().call("chat-send", Map.of("text", SECRET));
      broken.set(true);
      HttpAnswer answer = ann.forgetMe();
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.json().get("code").textValue()).isEqualTo("storage-unavailable");
    }
    assertThat(files.bodies().toString()).contains(SECRET);
    assertThat(files.erasures()).isEqualTo(1);

    try (TestServer server = start(new AtomicBoolean())) {
      for (int look = 0; files.erasures() > 0; look++) {
        assertThat(look).isLessThan(MAX_LOOKS);
        assertThat(RawHttp.get(server, "/healthz").status()).isEqualTo(200);
      }
    }
    assertThat(files.bodies().toString()).doesNotContain(SECRET, "The writer");
    files.compact();
    assertThat(files.holding(SECRET)).isEmpty();
  }

  private TestServer start(AtomicBoolean broken) {
    return TestServer.start(
        Map.of("FOCUSLY_DATA", folder.toString()),
        InstantSource.system(),
        journal ->
            new FailingJournal(journal, _ -> broken.get() ? Fault.BEFORE_WRITE : Fault.NONE));
  }
}
