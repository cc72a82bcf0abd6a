package app.focusly.room.standup;

import app.focusly.room.ledger.Recorded;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a member answered to the three questions.
///
/// @param seq the event that said so
record Response(
    long seq,
    String memberId,
    String name,
    String yesterday,
    String today,
    String blockers,
    long at) {

  static Response of(Recorded recorded) {
    ObjectNode body = recorded.body();
    return new Response(
        recorded.seq(),
        recorded.event().actor(),
        body.path("name").asText(),
        body.path("yesterday").asText(),
        body.path("today").asText(),
        body.path("blockers").asText(),
        recorded.event().at().toEpochMilli());
  }

  static Response of(JsonNode json) {
    return new Response(
        json.path("seq").longValue(),
        json.path("memberId").asText(),
        json.path("name").asText(),
        json.path("yesterday").asText(),
        json.path("today").asText(),
        json.path("blockers").asText(),
        json.path("at").longValue());
  }

  boolean says(StandupCommand.Respond respond) {
    return yesterday.equals(respond.yesterday())
        && today.equals(respond.today())
        && blockers.equals(respond.blockers());
  }

  ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("seq", seq)
        .put("memberId", memberId)
        .put("name", name)
        .put("yesterday", yesterday)
        .put("today", today)
        .put("blockers", blockers)
        .put("at", at);
  }
}
