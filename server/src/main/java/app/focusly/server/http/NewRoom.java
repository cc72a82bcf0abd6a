package app.focusly.server.http;

import app.focusly.room.access.RoomName;
import app.focusly.room.access.Template;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The body of `POST /api/rooms`.
///
/// @param name null when the room has none
record NewRoom(Template template, @Nullable RoomName name) {

  /// What came of reading a body.
  sealed interface Read {
    /// It is valid.
    record Valid(NewRoom room) implements Read {}

    /// It is not.
    record Refused(Problem problem) implements Read {}
  }

  /// Reads a body; none makes a study group.
  static Future<Read> read(@Nullable Buffer body, Contract contract) {
    if (body == null || body.length() == 0) {
      return Future.succeededFuture(new Read.Valid(new NewRoom(Template.STUDY_GROUP, null)));
    }
    JsonObject json;
    try {
      json = body.toJsonObject();
    } catch (DecodeException | ClassCastException e) { // a client may send anything
      return refused("", "The body is no JSON object.");
    }
    return contract
        .check("NewRoom", json)
        .map(problem -> problem.<Read>map(Read.Refused::new).orElseGet(() -> read(json)));
  }

  private static Read read(JsonObject json) {
    String template = json.getString("template", Template.STUDY_GROUP.text());
    String name = json.getString("name");
    Optional<RoomName> parsed = name == null ? Optional.empty() : RoomName.parse(name);
    return name != null && parsed.isEmpty()
        ? new Read.Refused(Problem.ofBody("name", "A name is one line of 1 to 64 characters."))
        : new Read.Valid(new NewRoom(Template.parse(template).orElseThrow(), parsed.orElse(null)));
  }

  private static Future<Read> refused(String path, String detail) {
    return Future.succeededFuture(new Read.Refused(Problem.ofBody(path, detail)));
  }
}
