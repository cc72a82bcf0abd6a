package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.testkit.Golden;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a client requests is read as what it says, or refused.
class EngineRequestFuzzTest {

  /// @param request the method, `upgrade` or nothing, and the query, each on its line
  @MethodSource("requests")
  @FuzzTest
  void requestIsReadOrRefused(byte[] request) {
    String[] lines = new String(request, StandardCharsets.UTF_8).split("\n", 3);
    String method = lines[0];
    boolean upgrade = lines.length > 1 && lines[1].equals("upgrade");
    Map<String, String> query = UrlEncoded.lastValues(lines.length > 2 ? lines[2] : "");

    EngineRequest read = EngineRequest.read(method, upgrade, "", query, EngineRequestTest.BOTH);

    String sid = query.getOrDefault("sid", "");
    if (read instanceof EngineRequest.Misfit misfit) {
      assertThat(misfit.sid()).isEqualTo(sid).isNotEmpty();
    } else if (!(read instanceof EngineRequest.Refused)) {
      assertServed(read, method, upgrade, query, sid);
    }
  }

  private static void assertServed(
      EngineRequest read, String method, boolean upgrade, Map<String, String> query, String sid) {
    assertThat(query).containsEntry("transport", upgrade ? "websocket" : "polling");
    assertThat(read)
        .isEqualTo(
            switch (method + (upgrade ? " upgrade" : "") + (sid.isEmpty() ? "" : " sid")) {
              case "GET" -> new EngineRequest.Open(Transport.POLLING);
              case "GET upgrade" -> new EngineRequest.Open(Transport.WEBSOCKET);
              case "GET sid" -> new EngineRequest.Poll(sid);
              case "POST sid" -> new EngineRequest.Post(sid);
              case "GET upgrade sid" -> new EngineRequest.Probe(sid);
              default -> throw new AssertionError("served: " + method);
            });
    if (!sid.isEmpty()) {
      assertThat(query).containsEntry("EIO", "4");
    }
  }

  static Stream<byte[]> requests() {
    return Golden.examples("engineio/requests.json")
        .map(example ->
            String.join(
                "\n",
                example.text("method"),
                example.get("upgrade").booleanValue() ? "upgrade" : "",
                example.text("query")))
        .map(request -> request.getBytes(StandardCharsets.UTF_8));
  }
}
