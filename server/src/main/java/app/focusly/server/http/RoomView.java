package app.focusly.server.http;

import app.focusly.room.RoomId;
import app.focusly.room.ledger.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;

/// What a room looks like from outside, before somebody comes in.
final class RoomView {
  private RoomView() {}

  static JsonObject of(RoomId id, int members, Answer.State state) {
    JsonNode room = state.state().path("room");
    return new JsonObject()
        .put("roomId", id.value())
        .put("members", members)
        .put("name", room.path("name").textValue())
        .put("template", room.path("template").textValue())
        .put("settings", new JsonObject(room.path("settings").toString()))
        .put("owned", !room.path("owners").isEmpty());
  }
}
