package app.focusly.socketio;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.util.HexFormat;

/// JSON as packets carry it, bounded against hostile shapes.
final class Json {
  /// Deeper nesting than any client's data has; Jackson's own bound is larger, but walks recurse.
  private static final int MAX_DEPTH = 100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .nodeFactory(new FiniteNumbers())
          .build();

  private Json() {}

  static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException expected) { // whatever a client sends
      throw new MalformedSocketPacketException("invalid JSON");
    }
  }

  /// The node as text that UTF-8 can carry.
  static String write(JsonNode node) {
    try {
      return escapeLoneSurrogates(MAPPER.writeValueAsString(node));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree is always writable", e);
    }
  }

  /// As JavaScript writes them; only strings can hold any, so they may be sought in the whole text.
  private static String escapeLoneSurrogates(String json) {
    int lone = loneSurrogate(json, 0);
    if (lone < 0) {
      return json;
    }
    var escaped = new StringBuilder(json.length() + 5);
    int from = 0;
    for (; lone >= 0; lone = loneSurrogate(json, from)) {
      escaped
          .append(json, from, lone)
          .append("\\u")
          .append(HexFormat.of().toHexDigits(json.charAt(lone)));
      from = lone + 1;
    }
    return escaped.append(json, from, json.length()).toString();
  }

  /// The first half of a surrogate pair without its other half, or -1.
  private static int loneSurrogate(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        return at;
      }
      at += Character.charCount(point);
    }
    return -1;
  }

  /// Refuses numbers beyond those of JavaScript, which are infinite there and no JSON when written.
  private static final class FiniteNumbers extends JsonNodeFactory {
    private static final long serialVersionUID = 1L;

    @Override
    public NumericNode numberNode(double value) {
      if (Double.isInfinite(value)) {
        throw new MalformedSocketPacketException("number too large");
      }
      return super.numberNode(value);
    }
  }
}
