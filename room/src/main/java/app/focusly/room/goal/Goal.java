package app.focusly.room.goal;

import app.focusly.room.ledger.Recorded;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// What a member said they would work on.
///
/// @param id the number of the event that set it
/// @param name that its member went by then
/// @param at when it was set
/// @param end null while it is open
record Goal(long id, String memberId, String name, String text, long at, @Nullable End end) {

  /// What became of it.
  ///
  /// @param outcome as it goes over the wire
  /// @param word about it; empty when there is none
  record End(String outcome, String word, long at) {}

  static Goal set(Recorded recorded) {
    return new Goal(
        recorded.seq(),
        recorded.event().actor(),
        recorded.body().path("name").asText(),
        recorded.body().path("text").asText(),
        recorded.event().at().toEpochMilli(),
        null);
  }

  static Goal of(JsonNode json) {
    return new Goal(
        json.path("goalId").longValue(),
        json.path("memberId").asText(),
        json.path("name").asText(),
        json.path("text").asText(),
        json.path("at").longValue(),
        json.has("outcome")
            ? new End(
                json.path("outcome").asText(),
                json.path("word").asText(),
                json.path("closedAt").longValue())
            : null);
  }

  ObjectNode toJson() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("goalId", id)
            .put("memberId", memberId)
            .put("name", name)
            .put("text", text)
            .put("at", at);
    if (end != null) {
      json.put("outcome", end.outcome());
      if (!end.word().isEmpty()) {
        json.put("word", end.word());
      }
      json.put("closedAt", end.at());
    }
    return json;
  }

  boolean isOpen() {
    return end == null;
  }

  Goal changed(String other) {
    return new Goal(id, memberId, name, other, at, end);
  }

  Goal closed(End how) {
    return new Goal(id, memberId, name, text, at, how);
  }
}
