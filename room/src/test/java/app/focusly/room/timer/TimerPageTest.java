package app.focusly.room.timer;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.Golden;
import app.focusly.room.ledger.EventType;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page from which a stranger writes a client of the timer.
class TimerPageTest {
  private static final Pattern JSON_BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  private final String page = Golden.text("docs/protocol/timer.md");

  @Test
  void describesEveryEventInARow() {
    assertThat(TimerEvents.READERS.keySet())
        .allSatisfy(event -> assertThat(page).contains("\n| `" + event + "` |"));
    assertThat(new Timer(TimerLimits.DEFAULT).description().events())
        .extracting(EventType::name)
        .allSatisfy(type -> assertThat(page).contains("\n| `" + type + "` |"));
  }

  @Test
  void showsOnlyJsonThatParses() {
    var blocks = JSON_BLOCK.matcher(page).results().map(match -> match.group(1)).toList();

    assertThat(blocks).hasSize(2).allSatisfy(Golden::parse);
  }

  @Test
  void itsViewHasTheFieldsOfTheTimers() {
    String view = JSON_BLOCK.matcher(page).results().findFirst().orElseThrow().group(1);

    assertThat(Golden.parse(view).fieldNames())
        .toIterable()
        .containsExactlyElementsOf(() -> new TimerRoom().view().fieldNames());
  }
}
