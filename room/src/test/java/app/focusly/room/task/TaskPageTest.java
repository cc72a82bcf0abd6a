package app.focusly.room.task;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.Golden;
import app.focusly.room.ledger.EventType;
import org.junit.jupiter.api.Test;

/// The page from which a stranger writes a client of the board.
class TaskPageTest {
  private final String page = Golden.text("docs/protocol/tasks.md");

  @Test
  void describesEveryEventInARow() {
    assertThat(TaskEvents.READERS.keySet())
        .allSatisfy(event -> assertThat(page).contains("\n| `" + event + "` |"));
    assertThat(new Tasks(TaskLimits.DEFAULT).description().events())
        .extracting(EventType::name)
        .allSatisfy(type -> assertThat(page).contains("\n| `" + type + "` |"));
  }
}
