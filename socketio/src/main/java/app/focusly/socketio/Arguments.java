package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/// The arguments of events and acknowledgements: arrays on the wire, lists for listeners.
final class Arguments {
  private Arguments() {}

  /// What goes out as an event.
  ///
  /// @throws IllegalArgumentException when the name is reserved
  static ArrayNode event(String name, JsonNode... arguments) {
    ReservedEvents.refuse(name);
    ArrayNode array = JsonNodeFactory.instance.arrayNode(arguments.length + 1).add(name);
    for (JsonNode argument : arguments) {
      array.add(argument);
    }
    return array;
  }

  static ArrayNode array(JsonNode... arguments) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(arguments.length);
    for (JsonNode argument : arguments) {
      array.add(argument);
    }
    return array;
  }

  /// The elements of an array from this index on.
  static List<JsonNode> list(ArrayNode array, int from) {
    var elements = new JsonNode[Math.max(0, array.size() - from)];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = array.get(from + i);
    }
    return List.of(elements);
  }
}
