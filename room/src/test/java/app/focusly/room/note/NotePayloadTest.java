package app.focusly.room.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.focusly.room.Command;
import app.focusly.room.ConnectionId;
import app.focusly.room.FeatureLimits;
import app.focusly.room.Golden;
import app.focusly.room.Parsed;
import app.focusly.room.Refusal;
import app.focusly.room.RoomFeatures;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The examples of the wire are what the notes read or refuse.
class NotePayloadTest {
  private static final RoomFeatures FEATURES = new RoomFeatures(FeatureLimits.DEFAULT);

  @TestFactory
  Stream<DynamicTest> payloadsAreReadOrRefused() {
    return Golden.cases("notes.json")
        .map(each -> dynamicTest(each.path("name").asText(), () -> readsAsTold(each)));
  }

  private static void readsAsTold(JsonNode example) {
    Parsed<Command.Change> read =
        FEATURES
            .change(
                example.path("event").asText(), new ConnectionId("c1"), Golden.arguments(example))
            .orElseThrow();
    switch (read) {
      case Parsed.Valid<Command.Change>(Command.Change change) ->
          assertThat(change.change()).hasToString(example.required("reads").asText());
      case Parsed.Invalid<Command.Change>(Refusal refusal) -> {
        assertThat(refusal.code().text()).isEqualTo(example.at("/refused/code").textValue());
        assertThat(refusal.path()).isEqualTo(example.at("/refused/path").textValue());
      }
    }
  }

  @Test
  void readsAnUpdateAndItsParts() {
    assertThat(path("note-update", update(1))).isEqualTo("ok");
    assertThat(path("note-update", update(NoteRequest.PART))).isEqualTo("ok");
    assertThat(path("note-update", part("up", 1, 2, 10))).isEqualTo("ok");
    assertThat(path("note-update", part("up", 31, NoteRequest.PARTS, NoteRequest.WHOLE)))
        .isEqualTo("ok");
  }

  @Test
  void refusesWhatIsOutOfBounds() {
    assertThat(path("note-update", update(0))).isEqualTo("update");
    assertThat(path("note-update", update(NoteRequest.PART + 1))).isEqualTo("update");
    assertThat(path("note-update", json().put("noteId", 4).put("update", "text")))
        .isEqualTo("update");
    assertThat(path("note-update", part("", 0, 2, 10))).isEqualTo("uploadId");
    assertThat(path("note-update", part("x".repeat(37), 0, 2, 10))).isEqualTo("uploadId");
    assertThat(path("note-update", part("up", 2, 2, 10))).isEqualTo("part");
    assertThat(path("note-update", part("up", 0, NoteRequest.PARTS + 1, 10))).isEqualTo("parts");
    assertThat(path("note-update", part("up", 0, 2, NoteRequest.WHOLE + 1))).isEqualTo("bytes");
    assertThat(path("note-sync", json().put("noteId", 4))).isEqualTo("stateVector");
    assertThat(path("note-part", json().put("noteId", 4).put("uploadId", "1").put("part", 0)))
        .isEqualTo("part");
    assertThat(path("note-leave", json().put("noteId", -1))).isEqualTo("noteId");
    assertThat(
            path(
                "note-awareness",
                json().put("noteId", 4).put("update", new byte[NoteRequest.AWARENESS + 1])))
        .isEqualTo("update");
  }

  private static ObjectNode update(int bytes) {
    return json().put("noteId", 4).put("update", new byte[bytes]);
  }

  private static ObjectNode part(String uploadId, int part, int parts, int bytes) {
    return update(5)
        .put("uploadId", uploadId)
        .put("part", part)
        .put("parts", parts)
        .put("bytes", bytes);
  }

  /// The path of the refusal, or `ok`.
  private static String path(String event, ObjectNode payload) {
    return switch (NoteRequest.parse(event, List.of(payload))) {
      case Parsed.Valid<NoteRequest> _ -> "ok";
      case Parsed.Invalid<NoteRequest>(Refusal refusal) -> String.valueOf(refusal.path());
    };
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
