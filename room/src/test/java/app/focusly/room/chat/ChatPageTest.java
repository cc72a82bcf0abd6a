package app.focusly.room.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.Golden;
import app.focusly.room.ledger.EventType;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page from which a stranger writes the chat of a client.
class ChatPageTest {
  private static final Pattern JSON_BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  private final String page = Golden.text("docs/protocol/chat.md");

  @Test
  void describesEveryEvent() {
    assertThat(ChatEvents.READERS.keySet())
        .allSatisfy(event -> assertThat(page).contains("### `" + event + "`"));
    assertThat(new Chat(ChatLimits.DEFAULT).description().events())
        .extracting(EventType::name)
        .allSatisfy(type -> assertThat(page).contains("| `" + type + "` |"));
    assertThat(page).contains("### `chat-read`");
  }

  @Test
  void showsOnlyJsonThatParses() {
    var blocks = JSON_BLOCK.matcher(page).results().map(match -> match.group(1)).toList();

    assertThat(blocks).isNotEmpty().allSatisfy(Golden::parse);
  }
}
