package app.focusly.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.focusly.engineio.Packet;
import app.focusly.testkit.Golden;
import app.focusly.testkit.Golden.Example;
import java.util.ArrayList;
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
    assertThat(PacketFormat.JSON.encode(PacketJson.packet(example)))
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(PacketJson.messages(example));
  }

  @ParameterizedTest
  @MethodSource("packets")
  void readsWhatTheGoldenFileHolds(Example example) {
    // Numbers and bytes compare by value as text; as nodes an int is no long.
    assertThat(Decoding.decode(PacketJson.messages(example)))
        .singleElement()
        .hasToString(PacketJson.packet(example).toString());
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void refusesMalformedMessages(Example example) {
    List<Packet> messages = PacketJson.messages(example);
    assertThatExceptionOfType(MalformedSocketPacketException.class)
        .isThrownBy(() -> Decoding.decode(messages))
        .withMessage(example.text("reason"));
  }

  @Test
  void readsTenAttachments() {
    var messages = new ArrayList<Packet>();
    var placeholders = new StringBuilder();
    for (int i = 0; i < PacketFormat.MAX_ATTACHMENTS; i++) {
      placeholders.append(",{\"_placeholder\":true,\"num\":").append(i).append('}');
      messages.add(new Packet.Binary(new byte[] {(byte) i}));
    }
    messages.addFirst(new Packet.Text("510-[\"foo\"" + placeholders + "]"));
    assertThat(Decoding.decode(messages)).hasSize(1);
  }

  @Test
  void readsABinaryEventWithoutAttachmentsAtOnce() {
    assertThat(Decoding.decode("50-[\"foo\"]")).hasSize(1);
    assertThat(Decoding.decode("60-1[\"foo\"]")).hasSize(1);
  }

  @Test
  void readsWhatFollowsAWholeBinaryPacket() {
    assertThat(
            Decoding.decode(
                List.of(
                    new Packet.Text("51-[\"foo\",{\"_placeholder\":true,\"num\":0}]"),
                    new Packet.Binary(new byte[] {1}),
                    new Packet.Text("2[\"bar\"]"))))
        .hasSize(2);
  }

  @Test
  void leavesPlaceholdersOfTextEventsAlone() {
    assertThat(Decoding.decode("2[\"foo\",{\"_placeholder\":true,\"num\":0}]"))
        .singleElement()
        .hasToString(
            "Event[namespace=/, id=OptionalLong.empty,"
                + " arguments=[\"foo\",{\"_placeholder\":true,\"num\":0}]]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/admin,", "0/admin"})
  void readsANamespaceWithAndWithoutItsComma(String message) {
    assertThat(Decoding.decode(message)).containsExactly(new SocketPacket.Connect("/admin", null));
  }

  @Test
  void readsTheLongestNamespace() {
    String name = "/" + "a".repeat(PacketFormat.MAX_NAMESPACE_LENGTH - 1);
    assertThat(Decoding.decode("0" + name + ","))
        .containsExactly(new SocketPacket.Connect(name, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ""})
  void refusesALongerNamespace(String end) {
    String name = "/" + "a".repeat(PacketFormat.MAX_NAMESPACE_LENGTH);
    assertThatExceptionOfType(MalformedSocketPacketException.class)
        .isThrownBy(() -> Decoding.decode("0" + name + end));
  }

  @Test
  void readsNestingThatClientsMayHave() {
    assertThat(Decoding.decode("2[\"foo\"," + "[".repeat(90) + "]".repeat(90) + "]")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 1_000, 200_000})
  void refusesDeeperNesting(int depth) {
    String array = "2[\"foo\"," + "[".repeat(depth) + "]".repeat(depth) + "]";
    String object = "0" + "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    assertThatExceptionOfType(MalformedSocketPacketException.class)
        .isThrownBy(() -> Decoding.decode(array));
    assertThatExceptionOfType(MalformedSocketPacketException.class)
        .isThrownBy(() -> Decoding.decode(object));
  }

  @Test
  void refusesNumbersThatWouldCostALotToRead() {
    assertThatExceptionOfType(MalformedSocketPacketException.class)
        .isThrownBy(() -> Decoding.decode("2[\"foo\"," + "9".repeat(100_000) + "]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "'a'", "01", "/* a */ 1", "1,", "+1", "Infinity"})
  void refusesWhatIsNoJson(String argument) {
    assertThatExceptionOfType(MalformedSocketPacketException.class)
        .isThrownBy(() -> Decoding.decode("2[\"foo\"," + argument + "]"));
  }

  static Stream<Example> packets() {
    return Golden.examples("socketio/packets.json");
  }

  static Stream<Example> malformed() {
    return Golden.examples("socketio/malformed.json");
  }
}
