package app.focusly.room.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.Golden;
import app.focusly.room.journal.JournalEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A session's files stay what they are: others read them, and keep them for years.
class GoldenExportTest {
  @ParameterizedTest
  @EnumSource
  void aSessionBecomesTheFileThatItAlwaysBecame(SessionFile file) {
    JsonNode told = Golden.parse(Golden.text("protocol/exports/session-events.json"));
    var record = new SessionRecord(true);
    for (JsonNode event : told.required("events")) {
      record.follow(event(event), event.required("body"));
    }
    for (JsonNode note : told.required("notes")) {
      record.note(
          note.required("noteId").longValue(),
          note.required("title").textValue(),
          note.required("markdown").textValue());
    }
    ObjectNode whole = told.required("record").deepCopy();
    whole.setAll(record.json());
    assertThat(file.write(whole))
        .isEqualTo(Golden.text("protocol/exports/session." + file.extension()));
  }

  private static JournalEvent event(JsonNode event) {
    return new JournalEvent(
        event.required("seq").longValue(),
        Instant.ofEpochMilli(event.required("at").longValue()),
        event.required("actor").textValue(),
        event.required("type").textValue(),
        event.required("version").intValue(),
        event.required("body").toString(),
        null);
  }
}
