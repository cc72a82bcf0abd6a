package app.focusly.room.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.JournalEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What of the board a session's record has: what was done and worked on in it, as it is called
/// now.
class SessionTasksTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final SessionRecord record = new SessionRecord(false);
  private long seq;

  @Test
  void whatIsDoneCountsWhenItIsDone() {
    tell("task-added", "{'title':'Read'}");
    tell("task-added", "{'title':'Write'}");
    tell("task-moved", "{'taskId':1,'column':'done','doneAt':3000}");
    tell("task-moved", "{'taskId':2,'column':'doing'}");
    assertThat(done()).containsExactly("Read");
  }

  @Test
  void whatIsTakenBackWasNotDone() {
    tell("task-added", "{'title':'Read'}");
    tell("task-moved", "{'taskId':1,'column':'done','doneAt':2000}");
    tell("task-moved", "{'taskId':1,'column':'todo'}");
    assertThat(done()).isEmpty();
    tell("task-moved", "{'taskId':1,'column':'done','doneAt':4000}");
    assertThat(done()).containsExactly("Read");
  }

  @Test
  void whatIsMovedAmongTheDoneWasDoneBefore() {
    tell("task-moved", "{'taskId':77,'column':'done','before':78,'doneAt':12}");
    assertThat(done()).isEmpty();
  }

  @Test
  void aTaskOfAnOlderSessionIsAskedFor() {
    tell("task-moved", "{'taskId':77,'column':'done','doneAt':1000}");
    tell("task-booked", "{'taskIds':[78,77]}");
    tell("task-updated", "{'taskId':78,'title':'Named anew'}");
    assertThat(record.untitled()).containsExactly(77L);
    record.title(Map.of(77L, "Older"));
    assertThat(done()).containsExactly("Older");
    assertThat(record.json().at("/tasks/booked/0/title").textValue()).isEqualTo("Named anew");
  }

  private List<String> done() {
    return record.json().at("/tasks/done").valueStream().map(SessionTasksTest::title).toList();
  }

  private static String title(JsonNode task) {
    return task.required("title").textValue();
  }

  private void tell(String type, String body) {
    seq++;
    String json = body.replace('\'', '"');
    var event = new JournalEvent(seq, Instant.ofEpochSecond(seq), "ann", type, 1, json, null);
    try {
      record.follow(event, JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
