package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.testkit.Golden;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a client posts is a list of packets, or malformed.
class PayloadFuzzTest {

  @MethodSource("bodies")
  @FuzzTest
  void bodyIsReadOrMalformed(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    List<Packet> packets;
    try {
      packets = PayloadCodec.decode(text);
    } catch (MalformedPacketException expected) {
      return;
    }
    assertThat(packets).hasSize(1 + (int) text.chars().filter(c -> c == 0x1e).count());
    assertThat(packets.stream().mapToInt(Packet::weight).sum()).isLessThanOrEqualTo(text.length());
    String again = PayloadCodec.encode(packets);
    assertThat(again).hasSizeLessThanOrEqualTo(2 * text.length()); // Base64 gets its padding back
    assertThat(PayloadCodec.decode(again))
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(packets);
  }

  static Stream<byte[]> bodies() {
    return Stream.of("packets", "payloads", "malformed")
        .map(file -> "engineio/" + file + ".json")
        .flatMap(Golden::examples)
        .map(example -> example.value().has("body") ? example.text("body") : example.text("text"))
        .map(body -> body.getBytes(StandardCharsets.UTF_8));
  }
}
