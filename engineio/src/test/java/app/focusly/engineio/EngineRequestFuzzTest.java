package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.testkit.Golden;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
    Map<String, String> query = query(lines.length > 2 ? lines[2] : "");

    EngineRequest read = EngineRequest.read(method, upgrade, query::get);

    if (read instanceof EngineRequest.Refused) {
      return;
    }
    String sid = query.getOrDefault("sid", "");
    assertThat(query).containsEntry("EIO", "4");
    assertThat(query).containsEntry("transport", upgrade ? "websocket" : "polling");
    assertThat(method).isIn("GET", "POST");
    assertThat(read)
        .isEqualTo(
            switch (method + (upgrade ? " upgrade" : "") + (sid.isEmpty() ? "" : " sid")) {
              case "GET" -> new EngineRequest.OpenPolling();
              case "GET upgrade" -> new EngineRequest.OpenWebSocket();
              case "GET sid" -> new EngineRequest.Poll(sid);
              case "POST sid" -> new EngineRequest.Post(sid);
              case "GET upgrade sid" -> new EngineRequest.Probe(sid);
              default -> new EngineRequest.Refused(EngineError.BAD_REQUEST);
            });
  }

  static Map<String, String> query(String text) {
    Map<String, String> parameters = new HashMap<>();
    for (String parameter : text.split("&", -1)) {
      String[] pair = parameter.split("=", 2);
      parameters.put(pair[0], pair.length > 1 ? pair[1] : "");
    }
    return parameters;
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
