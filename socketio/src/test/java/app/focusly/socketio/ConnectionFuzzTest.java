package app.focusly.socketio;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever two clients say, their sockets end once and leave nothing, and whoever waits is
/// answered.
class ConnectionFuzzTest {
  private static final String SEPARATOR = "\u001e";

  /// No more happens in one try; what is longer finds nothing else.
  private static final int MAX_STEPS = 200;

  @MethodSource("scripts")
  @FuzzTest
  void socketsEndOnceAndLeaveNothing(byte[] script) {
    var server = new FuzzedServer();
    Stream.of(new String(script, StandardCharsets.UTF_8).split(SEPARATOR, -1))
        .limit(MAX_STEPS)
        .forEach(server::step);
    server.end();
  }

  static Stream<byte[]> scripts() {
    return Stream.of(
            script("0", "27[\"e\",1]", "30[]", "~", "0", "2[\"e\",{\"a\":null}]", "~", "!"),
            script("0{\"token\":1}", "*", "2[\"leave\"]", "*", "2[\"end\"]", "2[\"e\"]"),
            script("0", "0/admin,", "y", "2/admin,[\"ask\"]", "3/admin,1[2]", "1/admin,", "+"),
            script("0/admin,", "n", "0/admin,", "!", "y"),
            script("0", "51-3[\"e\",{\"_placeholder\":true,\"num\":0}]", "bytes", "2[\"ask\"]"),
            script("0", "2[\"ask\"]", "+", "+", "+", "+", "+", "+", "60-0[]", "2[\"end all\"]"),
            script("0", "~", "0", "|", "~", "2[\"e\"]", "%", "2[\"e\"]", "4{}"),
            script("0", "0/none,", "0/admin?a=b,{}", "y", "1", "2[\"e\"]"),
            script("0/t,", "0/t1,", "0/t2,", "2/t,[\"e\",1,2,3]", "1/t,", "0/t3,", "1/t1,"),
            script("0", "0"),
            script("2[\"e\"]"))
        .map(script -> script.getBytes(StandardCharsets.UTF_8));
  }

  private static String script(String... steps) {
    return String.join(SEPARATOR, steps);
  }
}
