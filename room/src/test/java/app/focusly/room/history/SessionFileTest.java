package app.focusly.room.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.JournalEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A session's record as files that other programs read.
class SessionFileTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void aCellThatLooksLikeAFormulaIsNone() {
    assertThat(SessionFile.CSV.write(record("=SUM(A1)", "Maths"))).endsWith(",'=SUM(A1)\r\n");
    assertThat(SessionFile.CSV.write(record("-1, \"two\"\nthree", "Maths")))
        .endsWith(",\"'-1, \"\"two\"\"\nthree\"\r\n");
  }

  @Test
  void linesOfACalendarAreFoldedBetweenCharactersAndTextIsEscaped() {
    String calendar = SessionFile.CALENDAR.write(record("hi", "a,b;c\\d " + "ü😀".repeat(30)));

    assertThat(calendar.replace("\r\n ", ""))
        .contains("SUMMARY:a\\,b\\;c\\\\d " + "ü😀".repeat(30) + "\r\n")
        .contains("DTSTART:20260101T090000Z\r\n")
        .contains("SUMMARY:Focus: ");
    assertThat(calendar.split("\r\n"))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
  }

  @Test
  void whatSomebodyWroteIsNoMarkdown() {
    assertThat(SessionFile.MARKDOWN.write(record("# one\n<b>[two](x)", "Maths")))
        .contains("Ann: \\# one \\<b\\>\\[two\\]\\(x\\)\n");
  }

  @Test
  void theJsonFileSaysWhatItIs() throws JsonProcessingException {
    ObjectNode record = record("hi", "Maths");
    ObjectNode file = (ObjectNode) JSON.readTree(SessionFile.JSON.write(record));
    assertThat(file.remove("schema").textValue()).isEqualTo("focusly-session/1");
    assertThat(file).isEqualTo(JSON.readTree(record.toString()));
  }

  private static ObjectNode record(String text, String room) {
    var record = new SessionRecord(false);
    tell(record, 1, 0, "session-started", "{}");
    tell(record, 2, 0, "member-joined", "{'memberId':'ann','name':'Ann','role':'member'}");
    tell(record, 3, 0, "timer-started", "{'timer':{'phase':'focus','endsAt':1767259500000}}");
    String ended = "{'endedAt':1767259500000,'timer':{'phase':'idle','endsAt':null}}";
    tell(record, 4, 25, "timer-phase-ended", ended);
    ObjectNode sent = JsonNodeFactory.instance.objectNode().put("name", "Ann").put("text", text);
    record.follow(event(5, 26, "chat-sent", sent.toString()), sent);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("sessionId", "abc.1").put("roomId", "abc").put("roomName", room);
    json.put("template", "class").put("startedAt", 1_767_258_000_000L).putNull("endedAt");
    return json.setAll(record.json());
  }

  private static void tell(SessionRecord record, long seq, long minute, String type, String body) {
    String json = body.replace('\'', '"');
    try {
      record.follow(event(seq, minute, type, json), JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static JournalEvent event(long seq, long minute, String type, String body) {
    Instant at = Instant.parse("2026-01-01T09:00:00Z").plusSeconds(60 * minute);
    return new JournalEvent(seq, at, "ann", type, 1, body, null);
  }
}
