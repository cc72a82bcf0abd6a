package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.testkit.Golden;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever comes in a frame: as text it is a packet or malformed, as bytes it is a message.
class PacketFuzzTest {

  @MethodSource("frames")
  @FuzzTest
  void frameIsReadOrMalformed(byte[] frame) {
    readText(new String(frame, StandardCharsets.UTF_8));

    String overPolling = PacketCodec.encodeText(new Packet.Binary(frame));
    assertThat(PayloadCodec.decode(overPolling))
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(List.of(new Packet.Binary(frame)));
  }

  private static void readText(String frame) {
    Packet packet;
    try {
      packet = PacketCodec.decodeText(frame);
    } catch (MalformedPacketException expected) {
      assertThat(frame).doesNotMatch("(?s)[0-6].*");
      return;
    }
    assertThat(packet.weight()).isLessThanOrEqualTo(frame.length());
    assertThat(PacketCodec.decodeText(new String(packet.utf8(), StandardCharsets.UTF_8)))
        .usingRecursiveComparison()
        .isEqualTo(packet);
  }

  static Stream<byte[]> frames() {
    return Golden.examples("engineio/packets.json")
        .map(example -> example.text("text").getBytes(StandardCharsets.UTF_8));
  }
}
