package app.focusly.room.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.Golden;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.ChatRoom;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Journals that stand somewhere are read for ever, and what is written now is what the examples
/// say.
class ChatJournalTest {
  private static final JsonNode CHAT = Golden.parse(Golden.text("protocol/journal/chat.json"));

  private final ChatRoom room = new ChatRoom(ChatLimits.DEFAULT);

  @Test
  void theEventsComeToTheView() {
    room.events().addAll(events());

    assertThat(room.view()).isEqualTo(CHAT.path("view"));
  }

  @Test
  void theEventsOfNowAreThese() {
    say("ann", new ChatCommand.Send("Hello\neverybody", 0, List.of(), null));
    say("ben", new ChatCommand.Send("Hi An", 1, List.of("ann", "cem"), null));
    say("ann", new ChatCommand.React(1, new Emoji("🎉"), true, null));
    say("ben", new ChatCommand.Edit(2, "Hi Anne", null));
    say("ben", new ChatCommand.Edit(2, "Hi Ann", null));
    say("ben", new ChatCommand.React(1, new Emoji("👍"), true, null));
    say("ann", new ChatCommand.React(1, new Emoji("🎉"), false, null));
    say("cem", new ChatCommand.Send("first", 0, List.of("ann"), null));
    say("cem", new ChatCommand.Edit(8, "second", null));
    say("cem", new ChatCommand.Delete(8, null));

    assertThat(room.events()).isEqualTo(events());
    assertThat(room.view()).isEqualTo(CHAT.path("view"));
  }

  private void say(String member, ChatCommand command) {
    room.execute(member, command);
    room.pass(Duration.ofSeconds(1));
  }

  private static List<JournalEvent> events() {
    return CHAT.path("events").valueStream().map(ChatJournalTest::event).toList();
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
