package app.focusly.room.note;

import app.focusly.room.ledger.Recorded;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// What the room knows of a note; what is written in it is kept elsewhere.
///
/// @param id the number of the event that made it
/// @param title empty when a later event has it
/// @param titledIn the event that has the title
/// @param by who made it
/// @param at when, in epoch ms
record Note(long id, String title, long titledIn, String by, long at, @Nullable String template) {

  static Note added(Recorded recorded) {
    JsonNode template = recorded.body().path("template");
    return new Note(
        recorded.seq(),
        recorded.body().path("title").asText(),
        recorded.seq(),
        recorded.event().actor(),
        recorded.event().at().toEpochMilli(),
        template.isTextual() ? template.asText() : null);
  }

  Note titled(String title, long titledIn) {
    return new Note(id, title, titledIn, by, at, template);
  }

  Note by(String author) {
    return new Note(id, title, titledIn, author, at, template);
  }

  /// What is left of the event that has the title, once it has not.
  ObjectNode withoutTitle() {
    ObjectNode left = JsonNodeFactory.instance.objectNode();
    if (titledIn != id) {
      left.put("noteId", id);
    } else if (template != null) {
      left.put("template", template);
    }
    return left;
  }

  ObjectNode view() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("noteId", id)
            .put("title", title)
            .put("by", by)
            .put("at", at);
    return template == null ? json : json.put("template", template);
  }

  ObjectNode snapshot() {
    return view().put("titledIn", titledIn);
  }

  static Note of(JsonNode json) {
    JsonNode template = json.path("template");
    return new Note(
        json.path("noteId").longValue(),
        json.path("title").asText(),
        json.path("titledIn").longValue(),
        json.path("by").asText(),
        json.path("at").longValue(),
        template.isTextual() ? template.asText() : null);
  }
}
