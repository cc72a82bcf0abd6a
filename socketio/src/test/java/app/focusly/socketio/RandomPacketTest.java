package app.focusly.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.Packet;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomPacketTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Property
  void whatIsWrittenReadsTheSame(@ForAll("packets") SocketPacket packet) {
    List<Packet> messages;
    try {
      messages = PacketFormat.JSON.encode(packet);
    } catch (IllegalArgumentException expected) {
      assertThat(expected).hasMessageContaining("too many attachments");
      return;
    }
    assertThat(Decoding.decode(messages)).containsExactly(packet);
  }

  @Property
  void messagesAreReadOrMalformed(@ForAll("messages") List<Packet> messages) {
    try {
      assertThat(Decoding.decode(messages)).hasSizeLessThanOrEqualTo(messages.size());
    } catch (MalformedSocketPacketException expected) {
      assertThat(expected).hasNoCause();
    }
  }

  @Provide
  Arbitrary<SocketPacket> packets() {
    Arbitrary<String> namespaces =
        Arbitraries.oneOf(
            Arbitraries.just("/"),
            Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("/-_")
                .ofMaxLength(20)
                .map(n -> "/" + n));
    Arbitrary<OptionalLong> ids =
        Arbitraries.longs().between(0, 999_999_999_999_999L).map(OptionalLong::of);
    Arbitrary<SocketPacket> events =
        Combinators.combine(
                namespaces,
                Arbitraries.oneOf(ids, Arbitraries.just(OptionalLong.empty())),
                arguments())
            .as(SocketPacket.Event::new);
    Arbitrary<SocketPacket> acks =
        Combinators.combine(namespaces, ids, arguments())
            .as((namespace, id, data) -> new SocketPacket.Ack(namespace, id.orElseThrow(), data));
    Arbitrary<SocketPacket> connects =
        Combinators.combine(namespaces, objects(scalars())).as(SocketPacket.Connect::new);
    return Arbitraries.oneOf(events, acks, connects, namespaces.map(SocketPacket.Disconnect::new));
  }

  private static Arbitrary<ArrayNode> arguments() {
    Arbitrary<JsonNode> leaves =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, scalars()),
            net.jqwik.api.Tuple.of(
                1, Arbitraries.bytes().array(byte[].class).ofMaxSize(20).map(NODES::binaryNode)));
    Arbitrary<JsonNode> nested =
        Arbitraries.oneOf(
            leaves,
            objects(leaves),
            leaves.list().ofMaxSize(4).map(RandomPacketTest::array),
            objects(objects(leaves)));
    return Combinators.combine(
            Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(12).map(name -> "e-" + name),
            nested.list().ofMaxSize(4))
        .as((name, rest) -> array(rest).insert(0, name));
  }

  /// Values that JSON text gives back as the same nodes.
  private static Arbitrary<JsonNode> scalars() {
    return Arbitraries.oneOf(
        Arbitraries.strings()
            .ofMaxLength(20)
            .filter(RandomPacketTest::wellFormed)
            .map(NODES::textNode),
        Arbitraries.integers().map(NODES::numberNode),
        Arbitraries.of(NODES.booleanNode(true), NODES.booleanNode(false), NODES.nullNode()));
  }

  private static Arbitrary<JsonNode> objects(Arbitrary<JsonNode> values) {
    return Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), values)
        .ofMaxSize(4)
        .map(RandomPacketTest::object);
  }

  private static ArrayNode array(List<JsonNode> elements) {
    return NODES.arrayNode().addAll(elements);
  }

  private static JsonNode object(Map<String, JsonNode> fields) {
    ObjectNode object = NODES.objectNode();
    fields.forEach(object::set);
    return object;
  }

  private static boolean wellFormed(String text) {
    return text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
  }

  @Provide
  Arbitrary<List<Packet>> messages() {
    return MessageArbitraries.messages().list().ofMaxSize(6);
  }
}
