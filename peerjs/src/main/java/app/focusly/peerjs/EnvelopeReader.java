package app.focusly.peerjs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one message in a single pass. The whole text is checked to be one JSON object, but no tree
/// of it is built: payloads are large, and the broker has no use for them. Of several equal names
/// the last counts, as in JavaScript.
final class EnvelopeReader {

  /// Deeper than any payload of PeerJS; `metadata` is the application's.
  static final int MAX_NESTING = 100;

  /// How often a message may name its source: clients do so once, if at all, and each place takes
  /// the sender's id, which may be long.
  static final int MAX_SOURCES = 4;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          // Names come from strangers: a shared table of them would be theirs to fill.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_NESTING)
                  // Nothing is converted, and the text as a whole is bounded.
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final String text;
  private MessageType type = MessageType.OTHER;
  private Destination destination = new Destination.None();
  private final List<Envelope.Span> sources = new ArrayList<>(0);

  private EnvelopeReader(String text) {
    this.text = text;
  }

  /// The message, or nothing if the text is not one JSON object, or names its source too often.
  static Optional<Envelope> read(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      return new EnvelopeReader(text).read(parser);
    } catch (IOException malformed) {
      return Optional.empty(); // Anyone may send anything: no surprise, and nothing to say.
    }
  }

  private Optional<Envelope> read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return Optional.empty();
    }
    int start = tokenStart(parser);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      readMember(parser);
    }
    int end = position(parser) - 1;
    if (parser.nextToken() != null || sources.size() > MAX_SOURCES) {
      return Optional.empty();
    }
    return Optional.of(new Envelope(type, destination, text, start, end, sources));
  }

  private void readMember(JsonParser parser) throws IOException {
    String name = parser.currentName();
    JsonToken value = parser.nextToken();
    switch (name) {
      case "type" ->
          type =
              value == JsonToken.VALUE_STRING
                  ? MessageType.named(parser.getText())
                  : MessageType.OTHER;
      case "dst" -> destination = destination(parser, value);
      case "src" -> addSource(parser);
      default -> {}
    }
    parser.skipChildren();
  }

  private static Destination destination(JsonParser parser, JsonToken value) throws IOException {
    if (value == JsonToken.VALUE_NULL) {
      return new Destination.None();
    }
    if (value != JsonToken.VALUE_STRING) {
      return new Destination.Unusable();
    }
    String id = parser.getText();
    return id.isEmpty() ? new Destination.None() : new Destination.Named(id);
  }

  private void addSource(JsonParser parser) throws IOException {
    int start = tokenStart(parser);
    parser.skipChildren();
    parser.finishToken();
    sources.add(new Envelope.Span(start, position(parser)));
  }

  private static int tokenStart(JsonParser parser) {
    return Math.toIntExact(parser.currentTokenLocation().getCharOffset());
  }

  /// Just behind what has been read.
  private static int position(JsonParser parser) {
    return Math.toIntExact(parser.currentLocation().getCharOffset());
  }
}
