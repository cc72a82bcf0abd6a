package app.focusly.server.note;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Predicate;

/// Where somebody's selection begins and ends, as yjs writes relative positions in JSON. The
/// editors of the others fail at anything else, so nothing else is passed on.
final class NoteCursor {
  private static final int NAME_LENGTH = 64;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private NoteCursor() {}

  /// What of a cursor is passed on: null when it is none.
  static JsonNode known(JsonNode cursor) {
    Optional<ObjectNode> anchor = position(cursor.path("anchor"));
    Optional<ObjectNode> head = position(cursor.path("head"));
    if (anchor.isEmpty() || head.isEmpty()) {
      return NullNode.instance;
    }
    return JSON.objectNode()
        .<ObjectNode>set("anchor", anchor.get())
        .<ObjectNode>set("head", head.get());
  }

  private static Optional<ObjectNode> position(JsonNode sent) {
    ObjectNode position = JSON.objectNode();
    boolean fits =
        copy("type", sent, position, NoteCursor::isId)
            && copy("tname", sent, position, NoteCursor::isName)
            && copy("item", sent, position, NoteCursor::isId)
            && copy("assoc", sent, position, NoteCursor::isSide);
    boolean isSomewhere =
        position.hasNonNull("type") || position.hasNonNull("tname") || position.hasNonNull("item");
    return fits && isSomewhere ? Optional.of(position) : Optional.empty();
  }

  /// Whether a field may be as it is; then it is copied, if it is there.
  private static boolean copy(
      String field, JsonNode from, ObjectNode to, Predicate<JsonNode> mayBe) {
    JsonNode value = from.path(field);
    if (value.isNull()) {
      to.putNull(field);
    } else if (mayBe.test(value)) {
      to.set(field, value.isObject() ? id(value) : value);
    } else {
      return value.isMissingNode();
    }
    return true;
  }

  private static ObjectNode id(JsonNode sent) {
    return JSON.objectNode()
        .put("client", sent.path("client").longValue())
        .put("clock", sent.path("clock").longValue());
  }

  private static boolean isId(JsonNode value) {
    return isCount(value.path("client")) && isCount(value.path("clock"));
  }

  private static boolean isCount(JsonNode value) {
    return value.isIntegralNumber()
        && value.canConvertToLong()
        && value.longValue() >= 0
        && value.longValue() <= AwarenessUpdate.MOST;
  }

  private static boolean isSide(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToInt();
  }

  private static boolean isName(JsonNode value) {
    return value.isTextual()
        && !value.textValue().isEmpty()
        && value.textValue().length() <= NAME_LENGTH;
  }
}
