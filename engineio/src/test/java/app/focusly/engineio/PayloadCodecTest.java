package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.focusly.testkit.Golden;
import app.focusly.testkit.Golden.Example;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PayloadCodecTest {

  @ParameterizedTest
  @MethodSource("payloads")
  void writesAsTheGoldenFileDoes(Example example) {
    assertThat(PayloadCodec.encode(packets(example))).isEqualTo(example.text("body"));
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void readsWhatTheGoldenFileHolds(Example example) {
    assertThat(PayloadCodec.decode(example.text("body")))
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(packets(example));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void refusesMalformedBodies(Example example) {
    assertThatExceptionOfType(MalformedPacketException.class)
        .isThrownBy(() -> PayloadCodec.decode(example.text("body")))
        .withMessage(example.text("reason"));
  }

  @Test
  void readsAsManyPacketsAsItMay() {
    assertThat(PayloadCodec.decode(noops(PayloadCodec.MAX_PACKETS)))
        .hasSize(PayloadCodec.MAX_PACKETS);
  }

  @Test
  void refusesOnePacketMore() {
    assertThatExceptionOfType(MalformedPacketException.class)
        .isThrownBy(() -> PayloadCodec.decode(noops(PayloadCodec.MAX_PACKETS + 1)));
  }

  private static String noops(int count) {
    return "6\u001e".repeat(count - 1) + "6";
  }

  private static List<Packet> packets(Example example) {
    return StreamSupport.stream(example.get("packets").spliterator(), false)
        .map(PacketJson::read)
        .toList();
  }

  static Stream<Example> payloads() {
    return Golden.examples("engineio/payloads.json");
  }

  static Stream<Example> malformed() {
    return Golden.examples("engineio/malformed.json");
  }
}
