package app.focusly.room.task;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.Golden;
import app.focusly.room.journal.JournalEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Journals that stand somewhere are read for ever, and what is written now is what the example
/// says.
class TaskJournalTest {
  private static final JsonNode JOURNAL = Golden.parse(Golden.text("protocol/journal/tasks.json"));

  @Test
  void theEventsComeToTheView() {
    var room = new TaskRoom(TaskLimits.MAX_TASKS);
    room.bench.store(events());

    assertThat(Golden.comparable(room.view()))
        .isEqualTo(Golden.comparable(JOURNAL.required("view")));
  }

  @Test
  void theEventsOfNowAreThese() {
    var room = TaskRoom.withTwo();
    room.tell("ann", new TaskCommand.Add(List.of("Write", "Read"), Column.TO_DO, 2, null));
    room.tell("ann", new TaskCommand.Add(List.of("Call"), Column.DOING, null, "ben"));
    room.tell("ben", new TaskCommand.Update(5, "Read it", 3, "ann"));
    room.tell("ann", new TaskCommand.Update(6, null, null, "ann"));
    room.move("ann", 5, Column.TO_DO, 4L);
    room.work("ann", 5L);
    room.work("ben", 5L);
    room.startTimer();
    room.bench.live(Duration.ofMinutes(25));
    room.move("ann", 5, Column.DONE, null);
    room.work("ann", 4L);
    room.work("ben", 4L);
    room.work("ben", null);
    room.tell("ben", new TaskCommand.Remove(6));
    room.tell("ben", new TaskCommand.Update(4, null, 0, null));

    assertThat(room.bench.events()).isEqualTo(events());
  }

  @Test
  void whatWasRedactedIsPassedOver() {
    var room = new TaskRoom(TaskLimits.MAX_TASKS);
    room.bench.store(events().stream().map(event -> event.withBody("{}")).toList());

    assertThat(room.board()).containsExactly("todo ", "todo ", "todo ");
  }

  private static List<JournalEvent> events() {
    return JOURNAL.path("events").valueStream().map(TaskJournalTest::event).toList();
  }

  private static JournalEvent event(JsonNode event) {
    return new JournalEvent(
        event.path("seq").longValue(),
        Instant.ofEpochMilli(event.path("at").longValue()),
        event.path("actor").textValue(),
        event.path("type").textValue(),
        event.path("version").intValue(),
        event.path("body").toString(),
        null);
  }
}
