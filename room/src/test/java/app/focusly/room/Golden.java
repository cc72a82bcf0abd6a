package app.focusly.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The example messages that every implementation of the protocol reads.
public final class Golden {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Golden() {}

  /// One file of examples.
  public static JsonNode file(String name) {
    return parse(text("protocol/room/" + name));
  }

  /// The cases of one file.
  public static Stream<JsonNode> cases(String name) {
    return StreamSupport.stream(file(name).path("cases").spliterator(), false);
  }

  /// The arguments of one case.
  public static List<JsonNode> arguments(JsonNode example) {
    return example.path("arguments").valueStream().toList();
  }

  /// JSON as it would arrive.
  public static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file of the repository.
  public static String text(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// With every whole number as a long, since a number read back is an int where it fits.
  public static JsonNode comparable(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
          copy.set(field.getKey(), comparable(field.getValue()));
        }
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> copy.add(comparable(element)));
        yield copy;
      }
      case JsonNode number when number.isIntegralNumber() -> LongNode.valueOf(number.longValue());
      default -> node;
    };
  }
}
