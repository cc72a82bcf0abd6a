package app.focusly.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page from which a stranger writes a client.
class ProtocolPageTest {
  private static final Pattern JSON_BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  private final String page = Golden.text("docs/protocol/room.md");

  @Test
  void listsEveryCodeOnceInItsTable() {
    var listed =
        page.lines()
            .filter(line -> line.matches("\\| `[a-z-]+` \\|.*\\| (yes|no)\\b.*"))
            .map(line -> line.split("`", -1)[1])
            .toList();

    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(RefusalCode.values()).map(RefusalCode::text).toList());
  }

  @Test
  void describesEveryEvent() {
    var events =
        List.of(
            "join-room",
            "leave-room",
            "media-state",
            "presence",
            "hand-lower",
            "typing",
            "receive-video",
            "clock",
            "user-connected",
            "user-disconnected",
            "member-updated",
            "notice");

    assertThat(events).allSatisfy(event -> assertThat(page).contains("### `" + event + "`"));
  }

  @Test
  void showsOnlyJsonThatParses() {
    var blocks = JSON_BLOCK.matcher(page).results().map(match -> match.group(1)).toList();

    assertThat(blocks).isNotEmpty().allSatisfy(Golden::parse);
  }
}
