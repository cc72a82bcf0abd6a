package app.focusly.room.timer;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.Golden;
import app.focusly.room.journal.JournalEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// Journals that stand somewhere are read for ever, and what is written now is what the example
/// says.
class TimerJournalTest {
  private static final JsonNode JOURNAL = Golden.parse(Golden.text("protocol/journal/timer.json"));

  private final TimerRoom room = new TimerRoom();

  @Test
  void theEventsComeToTheView() {
    room.bench().store(events());

    assertThat(Golden.comparable(room.view()))
        .isEqualTo(Golden.comparable(JOURNAL.required("view")));
  }

  @Test
  void theEventsOfNowAreThese() {
    room.come("ann");
    room.tell(new TimerCommand.SavePreset(new Preset("Deep work", new Lengths(50, 10, 30, 3))));
    room.tell(new TimerCommand.SavePreset(new Preset("Short", new Lengths(10, 2, 5, 4))));
    room.tell(new TimerCommand.RemovePreset("Short"));
    room.tell(new TimerCommand.Configure(null, null, null, null, true, true));
    room.tell(new TimerCommand.Start("Deep work", null));
    room.live(20);
    room.tell(new TimerCommand.Pause());
    room.live(1);
    room.tell(new TimerCommand.Resume());
    room.tell(new TimerCommand.Extend(5));
    room.live(35);
    room.tell(new TimerCommand.Skip());
    room.tell(new TimerCommand.Reset());
    room.tell(new TimerCommand.Start(null, Phase.SHORT_BREAK));
    room.live(Duration.ofSeconds(90));

    assertThat(room.bench().events()).isEqualTo(events());
  }

  @Test
  void whatWasRedactedIsPassedOver() {
    room.bench().store(events().stream().map(event -> event.withBody("{}")).toList());

    assertThat(room.course()).isEqualTo("idle, then focus 1");
  }

  private static List<JournalEvent> events() {
    return StreamSupport.stream(JOURNAL.path("events").spliterator(), false)
        .map(TimerJournalTest::event)
        .toList();
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
