package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomPayloadTest {

  @Property
  void whatIsWrittenReadsTheSame(@ForAll("payloads") List<Packet> packets) {
    assertThat(PayloadCodec.decode(PayloadCodec.encode(packets)))
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(packets);
  }

  @Property
  void whatIsReadWritesTheSameAgain(@ForAll("frames") String body) {
    List<Packet> packets;
    try {
      packets = PayloadCodec.decode(body);
    } catch (MalformedPacketException expected) {
      return;
    }
    String again = PayloadCodec.encode(packets);
    assertThat(PayloadCodec.decode(again))
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(packets);
  }

  @Property
  void frameIsReadOrMalformed(@ForAll("frames") String frame) {
    try {
      assertThat(PacketCodec.decodeText(frame)).isNotNull();
    } catch (MalformedPacketException expected) {
      assertThat(frame).doesNotMatch("(?s)[0-6].*");
    }
  }

  @Provide
  Arbitrary<List<Packet>> payloads() {
    return PacketArbitraries.packets().list().ofMinSize(1).ofMaxSize(20);
  }

  @Provide
  Arbitrary<String> frames() {
    return PacketArbitraries.frames();
  }
}
