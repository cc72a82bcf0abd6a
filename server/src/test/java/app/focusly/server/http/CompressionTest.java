package app.focusly.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.PollingClient;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Answers of a poll that are as long as a test wants: acknowledgements of a question that is asked
/// so many times.
class CompressionTest {
  private static final String GZIP = "Accept-Encoding: gzip";

  @AutoClose private static final TestServer SERVER = TestServer.start();

  private static String question(int times) {
    var body = new StringBuilder();
    for (int i = 0; i < times; i++) {
      body.append(i == 0 ? "" : "\u001e").append("42").append(i).append("[\"clock\"]");
    }
    return body.toString();
  }

  private static HttpAnswer answer(TestServer server, int questions, String... headers) {
    PollingClient client = PollingClient.open(server).connect();
    client.post(question(questions));
    return RawHttp.get(server, client.path(), headers);
  }

  @Test
  void aLongAnswerIsCompressedForAClientThatTakesIt() throws IOException {
    HttpAnswer answer = answer(SERVER, 100, GZIP);
    assertThat(answer.header("Content-Encoding")).contains("gzip");
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      assertThat(new String(gzip.readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("430[")
          .contains("\u001e4399[");
    }
  }

  @Test
  void anyOtherAnswerComesAsItIs() {
    assertThat(answer(SERVER, 100).headers()).doesNotContainKey("content-encoding");
    assertThat(answer(SERVER, 1, GZIP).headers()).doesNotContainKey("content-encoding");
  }

  @Test
  void theThresholdCanBeSet() {
    try (TestServer low = TestServer.start(Map.of("FOCUSLY_COMPRESSION_THRESHOLD", "20"))) {
      assertThat(answer(low, 1, GZIP).header("Content-Encoding")).contains("gzip");
    }
    try (TestServer off = TestServer.start(Map.of("FOCUSLY_COMPRESSION_THRESHOLD", "0"))) {
      assertThat(answer(off, 100, GZIP).headers()).doesNotContainKey("content-encoding");
    }
  }
}
