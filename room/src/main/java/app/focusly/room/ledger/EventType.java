package app.focusly.room.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;

/// A kind of event, with what it takes to read its older forms.
///
/// @param name in kebab-case and the past tense
/// @param upcasters the first turns a body of version 1 into one of version 2, and so on
public record EventType(String name, List<UnaryOperator<ObjectNode>> upcasters) {
  public EventType {
    upcasters = List.copyOf(upcasters);
  }

  /// A kind of event that has never had another form.
  public static EventType of(String name) {
    return new EventType(name, List.of());
  }

  /// The version that is written now.
  public int version() {
    return upcasters.size() + 1;
  }

  /// A body as it would be written now.
  ///
  /// @throws UnreadableEventException when it comes from a newer program
  ObjectNode upcast(ObjectNode body, int from) {
    if (from > version()) {
      throw new UnreadableEventException(name + " has version " + from + ", of a newer program");
    }
    ObjectNode current = body;
    for (UnaryOperator<ObjectNode> upcaster : upcasters.subList(from - 1, upcasters.size())) {
      current = upcaster.apply(current);
    }
    return current;
  }
}
