package app.focusly.room.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The phase that the room's timer is in, as far as its events tell. Immutable.
///
/// @param startedAt moved on by each pause; 0 when none is under way
/// @param lengthMs without pauses
record FocusPhase(long startedAt, long lengthMs) {
  static final FocusPhase NONE = new FocusPhase(0, 0);

  /// The phase in a `timer` of an event.
  static FocusPhase of(JsonNode timer) {
    return new FocusPhase(timer.path("startedAt").longValue(), timer.path("length").longValue());
  }

  ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("startedAt", startedAt)
        .put("length", lengthMs);
  }
}
