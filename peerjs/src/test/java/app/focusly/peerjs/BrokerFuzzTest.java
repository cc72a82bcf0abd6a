package app.focusly.peerjs;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever sockets say and do, the broker keeps its limits, and when they have gone nothing is
/// left.
class BrokerFuzzTest {

  /// No more happens in one try; what is longer finds nothing else.
  private static final int MAX_STEPS = 200;

  @MethodSource("scripts")
  @FuzzTest
  void keepsItsLimitsAndForgets(byte[] script) {
    var broker = new FuzzedBroker();
    new String(script, StandardCharsets.UTF_8).lines().limit(MAX_STEPS).forEach(broker::step);
    broker.end();
  }

  static Stream<byte[]> scripts() {
    return Stream.of(
            "?key=peerjs&id=a&token=t\n?key=peerjs&id=b&token=t\n{\"type\":\"OFFER\",\"dst\":\"a\"}\n0",
            "?key=peerjs&id=a&token=t\n{\"type\":\"OFFER\",\"dst\":\"b\"}\n?key=peerjs&id=b&token=t",
            "?key=peerjs&id=a&token=t\n{\"type\":\"CANDIDATE\",\"dst\":\"b\"}\n+60\n+60",
            "?key=peerjs&id=a&token=t\n?key=peerjs&id=a&token=t\n?key=peerjs&id=a&token=u\n0\n{}",
            "?key=peerjs&id=a&token=t\n{\"type\":\"LEAVE\"}\n?key=peerjs&id=a&token=u\n-",
            "?key=peerjs&id=a&token=t\n|1\n?key=peerjs&id=b&token=t\n{\"type\":\"ANSWER\",\"dst\":\"a\"}",
            "?key=peerjs&id=a&token=t\n+100\n!\n+100\n!\n+130",
            "?id=a+%62&token=%zz&key=peerjs\n{\"type\":\"LEAVE\",\"dst\":\"a b\",\"src\":\"x\"}\n?\n?key=x")
        .map(script -> script.getBytes(StandardCharsets.UTF_8));
  }
}
