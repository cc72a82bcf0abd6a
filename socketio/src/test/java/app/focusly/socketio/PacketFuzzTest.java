package app.focusly.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.Packet;
import app.focusly.testkit.Golden;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever messages come: they are packets, which read the same when they are sent on, or
/// malformed.
class PacketFuzzTest {

  /// What a packet may grow by when it is sent on: JSON that was written shorter than we write it,
  /// such as `1e2` for `100.0`, and a line for each attachment.
  private static final int MOST_GROWTH = 8;

  @MethodSource("messages")
  @FuzzTest
  void messagesAreReadOrMalformed(byte[] script) {
    List<Packet> messages = MessageScript.read(script);
    List<SocketPacket> packets;
    try {
      packets = Decoding.decode(messages);
    } catch (MalformedSocketPacketException expected) {
      assertThat(expected).hasNoCause();
      return;
    }
    assertThat(packets).hasSizeLessThanOrEqualTo(messages.size());
    packets.forEach(packet -> assertSentOn(packet, script.length));
  }

  private static void assertSentOn(SocketPacket packet, int receivedBytes) {
    List<Packet> messages =
        PacketFormat.JSON.encode(packet).stream().map(PacketFuzzTest::arrived).toList();
    assertThat(Decoding.decode(messages)).containsExactly(packet);
    assertThat(messages.stream().mapToInt(Packet::weight).sum())
        .isLessThanOrEqualTo(MOST_GROWTH * receivedBytes + MOST_GROWTH);
  }

  /// The message after its way through UTF-8.
  private static Packet arrived(Packet message) {
    return message instanceof Packet.Text text
        ? new Packet.Text(
            new String(text.data().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        : message;
  }

  static Stream<byte[]> messages() {
    return Stream.of("packets", "malformed")
        .flatMap(file -> Golden.examples("socketio/" + file + ".json"))
        .map(example -> MessageScript.write(PacketJson.messages(example)));
  }
}
