package app.focusly.room.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.Golden;
import app.focusly.room.MemberId;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.Recorded;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Journals that stand somewhere are read for ever, and what is written now is what the examples
/// say.
class GoldenAccessTest {
  private static final JsonNode EXAMPLE = Golden.parse(Golden.text("protocol/journal/access.json"));

  @Test
  void theEventsComeToTheView() {
    var access = new Access(AccessLimits.DEFAULT);
    EXAMPLE.path("events").forEach(event -> access.apply(recorded(event)));

    assertThat(access.view()).hasToString(EXAMPLE.path("view").toString());
  }

  @Test
  void everyTypeHasAnExample() {
    var types = new HashSet<String>();
    EXAMPLE.path("events").forEach(event -> types.add(event.path("type").asText()));

    assertThat(types).containsAll(AccessEvent.ALL);
  }

  @Test
  void theEventsOfNowAreThese() {
    var room = new AccessDriver(AccessLimits.DEFAULT);
    var maths = new RoomName("Maths");
    room.execute("ann", new AccessCommand.Create(Template.CLASS, maths, id("ann")));
    expectLast(room, 0);
    admit(room, "ann", "ben", "Ben");
    expectLast(room, 2);
    room.come("ben");
    var lock = new SettingsChange(null, null, null, null, true, null);
    room.execute("ann", new AccessCommand.Configure(lock));
    expectLast(room, 4);
    room.execute("ann", new AccessCommand.HandOver(id("ben")));
    expectLast(room, 5);
    room.execute("ann", new AccessCommand.AddOwner(id("ann")));
    expectLast(room, 6);
    room.execute("ben", new AccessCommand.Ban(id("dora"), AccessDriver.waiting("dora", "Dora")));
    expectLast(room, 10);
    room.execute("ben", new AccessCommand.Ban(id("eve"), AccessDriver.waiting("eve", null)));
    expectLast(room, 11);
    room.execute("ben", new AccessCommand.Unban(id("eve")));
    expectLast(room, 12);
  }

  private static void admit(AccessDriver room, String actor, String memberId, String name) {
    var waiting = AccessDriver.waiting(memberId, name);
    room.execute(actor, new AccessCommand.Admit(id(memberId), waiting));
  }

  private static void expectLast(AccessDriver room, int example) {
    JsonNode event = EXAMPLE.path("events").path(example);
    assertThat(List.of(room.events.getLast().type(), room.last()))
        .isEqualTo(List.of(event.path("type").asText(), event.path("body").toString()));
  }

  private static Recorded recorded(JsonNode event) {
    var body = (ObjectNode) event.path("body");
    var journalled =
        new JournalEvent(
            event.path("seq").longValue(),
            Instant.ofEpochMilli(event.path("at").longValue()),
            event.path("actor").asText(),
            event.path("type").asText(),
            event.path("version").intValue(),
            body.toString(),
            null);
    return new Recorded(journalled, body);
  }

  private static MemberId id(String text) {
    return new MemberId(text);
  }
}
