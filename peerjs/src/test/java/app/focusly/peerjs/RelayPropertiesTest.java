package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;

/// Whatever arrives: nothing throws, and what is relayed is what was sent but for its `src`.
class RelayPropertiesTest {

  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /// Keeps numbers digit by digit, which fails for exponents beyond those of `BigDecimal`.
  private static final JsonMapper EXACT =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Stage stage = new Stage();
  private RecordingConnection alice = stage.join("alice");
  private RecordingConnection bob = stage.join("bob");

  @BeforeTry
  void begin() {
    stage = new Stage();
    alice = stage.join("alice");
    bob = stage.join("bob");
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void unknownFieldsSurvive(@ForAll("messages") ObjectNode message, @ForAll boolean pretty)
      throws JsonProcessingException {
    String text = pretty ? message.toPrettyString() : message.toString();

    assertThat(stage.receive(alice, text)).isEqualTo(Outcome.RELAYED);

    ObjectNode expected = (ObjectNode) EXACT.readTree(text);
    expected.put("src", "alice");
    assertThat(EXACT.readTree(bob.takeFrames().getFirst())).isEqualTo(expected);
  }

  @Property
  void anyBytesAreSafe(@ForAll byte[] bytes) {
    receiveAnything(new String(bytes, StandardCharsets.UTF_8));
  }

  @Property
  void anyTextIsSafe(@ForAll String text) {
    receiveAnything(text);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void brokenMessagesAreSafe(
      @ForAll("messages") ObjectNode message,
      @ForAll("places") int place,
      @ForAll("places") int length,
      @ForAll("fragments") String fragment) {
    String text = message.toString();
    int from = place % text.length();
    int to = Math.min(text.length(), from + length % 4);

    receiveAnything(text.substring(0, from) + fragment + text.substring(to));
  }

  /// Besides not throwing, agrees with a parser that builds the whole tree.
  private void receiveAnything(String text) {
    Outcome outcome = stage.receive(alice, text);

    Optional<ObjectNode> message = parsed(text);
    assertThat(outcome == Outcome.MALFORMED).isEqualTo(message.isEmpty());
    assertThat(alice.isClosed()).isFalse();
    for (String frame : bob.takeFrames()) {
      assertThat(parsed(frame)).contains(message.orElseThrow().put("src", "alice"));
    }
  }

  private static Optional<ObjectNode> parsed(String text) {
    try {
      JsonNode node = STRICT.readTree(text);
      return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
  }

  @Provide
  Arbitrary<ObjectNode> messages() {
    Arbitrary<String> types = Arbitraries.of("OFFER", "ANSWER", "CANDIDATE", "LEAVE", "EXPIRE");
    Arbitrary<ObjectNode> before = objects(2);
    Arbitrary<ObjectNode> after = objects(1);
    Arbitrary<Optional<JsonNode>> sources = values(1).optional();
    return Combinators.combine(types, before, sources, after)
        .as((type, head, source, tail) -> {
          head.put("type", type);
          source.ifPresent(value -> head.set("src", value));
          head.put("dst", "bob");
          tail.remove("type");
          tail.remove("dst");
          head.setAll(tail);
          return head;
        });
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, 10_000);
  }

  @Provide
  Arbitrary<String> fragments() {
    return Arbitraries.strings().withChars("{}[]\",:\\u0tfn-.eE \n\u0000日").ofMaxLength(4);
  }

  private static Arbitrary<ObjectNode> objects(int depth) {
    return Arbitraries.maps(names(), values(depth))
        .ofMaxSize(4)
        .map(members -> {
          ObjectNode object = NODES.objectNode();
          members.forEach(object::set);
          return object;
        });
  }

  private static Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.of("payload", "src", "type", "dst", "__proto__", ""),
        Arbitraries.strings().ofMaxLength(6));
  }

  private static Arbitrary<JsonNode> values(int depth) {
    Arbitrary<JsonNode> scalars =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(20).map(NODES::textNode),
            Arbitraries.bigDecimals().ofScale(20).map(NODES::numberNode),
            Arbitraries.bigIntegers().map(NODES::numberNode),
            Arbitraries.of(true, false).map(NODES::booleanNode),
            Arbitraries.just(NODES.nullNode()));
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<JsonNode> arrays =
        values(depth - 1).list().ofMaxSize(3).map(elements -> NODES.arrayNode().addAll(elements));
    return Arbitraries.oneOf(scalars, arrays, objects(depth - 1).map(object -> object));
  }
}
