package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.focusly.testkit.Golden;
import app.focusly.testkit.Golden.Example;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketCodecTest {

  @ParameterizedTest
  @MethodSource("packets")
  void writesAsTheGoldenFileDoes(Example example) {
    Packet packet = PacketJson.read(example.get("packet"));
    assertThat(PacketCodec.encodeText(packet)).isEqualTo(example.text("text"));
    assertThat(packet.utf8()).isEqualTo(example.text("text").getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("packets")
  void readsWhatTheGoldenFileHolds(Example example) {
    assertThat(PayloadCodec.decode(example.text("text")))
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(List.of(PacketJson.read(example.get("packet"))));
  }

  @ParameterizedTest
  @MethodSource("textPackets")
  void readsTheSameFromAFrame(Example example) {
    assertThat(PacketCodec.decodeText(example.text("text")))
        .isEqualTo(PacketJson.read(example.get("packet")));
  }

  @Test
  void base64IsBinaryWhoeverSendsIt() {
    var bytes = new byte[] {1, 2, 3, 4};
    assertThat(PacketCodec.encodeText(new Packet.Base64(bytes))).isEqualTo("bAQIDBA==");
    assertThat(new Packet.Base64(bytes).weight()).isEqualTo(4);
    assertThat(PacketCodec.decodeText("bAQIDBA=="))
        .usingRecursiveComparison()
        .isEqualTo(new Packet.Binary(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "9", "abc", " 4", "b*", "/", ":", "-1", "\u0664"})
  void refusesFramesOfNoType(String frame) {
    assertThatExceptionOfType(MalformedPacketException.class)
        .isThrownBy(() -> PacketCodec.decodeText(frame));
  }

  @Test
  void weighsAPacketByItsData() {
    assertThat(new Packet.Text("hello").weight()).isEqualTo(5);
    assertThat(new Packet.Binary(new byte[3]).weight()).isEqualTo(3);
    assertThat(new Packet.Ping("probe").weight()).isEqualTo(5);
    assertThat(new Packet.Noop().weight()).isEqualTo(1);
  }

  static Stream<Example> packets() {
    return Golden.examples("engineio/packets.json");
  }

  static Stream<Example> textPackets() {
    return packets().filter(example -> !example.text("text").startsWith("b"));
  }
}
