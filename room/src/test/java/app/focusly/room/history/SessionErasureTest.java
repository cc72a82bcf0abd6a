package app.focusly.room.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.chat.ChatCommand;
import app.focusly.room.goal.GoalCommand;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.Forgetting;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nothing is left of what was said in a session that is forgotten, and all of the others.
class SessionErasureTest {
  private final Keeping room = new Keeping(Duration.ZERO);

  @Test
  void nothingIsLeftOfASessionAndAllOfTheOthers() {
    room.create("ann");
    meet("before");
    JournalEvent first = meet("secret");
    meet("after");
    forget(first, List.of());

    assertThat(room.journal()).doesNotContain("secret").contains("before", "after");
    assertThat(events(first)).allMatch(event -> !event.actor().equals("ann"));
    assertThat(texts()).containsExactly("before", "", "after");
    String live = room.state() + room.history();
    room.bench.restart();
    assertThat(room.state() + room.history()).isEqualTo(live);
    room.bench.restartWithoutSnapshots();
    assertThat(room.state() + room.history()).isEqualTo(live);
  }

  @Test
  void aMessageThatWasEditedLaterIsInNoEditEither() {
    room.create("ann");
    JournalEvent first = meet("secret");
    long message = ofType(first, "chat-sent").seq();
    room.come("ann");
    room.bench.execute("ann", new ChatCommand.Edit(message, "secret in other words", null));
    long edit = room.bench.events().getLast().seq();
    forget(first, List.of(edit));

    assertThat(room.journal()).doesNotContain("secret");
    assertThat(texts()).containsExactly("");
    room.bench.restartWithoutSnapshots();
    assertThat(texts()).containsExactly("");
  }

  @Test
  void anOldMessageThatChangedLatelyIsForgottenToo() {
    room.create("ann");
    JournalEvent first = meet("secret");
    long message = ofType(first, "chat-sent").seq();
    room.come("ann");
    for (int i = 0; i < 250; i++) {
      room.say("ann", "more");
    }
    room.bench.execute("ann", new ChatCommand.Edit(message, "another secret", null));
    forget(first, List.of(room.bench.events().getLast().seq()));

    JsonNode page = room.bench.ask("ann", new ChatCommand.History(message + 1, 1, null));
    assertThat(page.path("messages").path(0).path("text").asText("none")).isEmpty();
    assertThat(room.journal()).doesNotContain("secret");
  }

  @Test
  void theEventSaysWhatIsGoneAndWhenAllIs() {
    room.create("ann");
    JournalEvent first = meet("secret");
    long end = end(first);
    room.bench.execute(
        "ann", new SessionErasure.Forget(first.seq(), first.seq(), end - 1, false, List.of()));
    room.bench.execute("ann", new SessionErasure.Forget(first.seq(), end, end, true, List.of()));

    assertThat(room.bodies(Forgetting.SESSION))
        .containsExactly(
            "{\"session\":%d,\"from\":%d,\"through\":%d}"
                .formatted(first.seq(), first.seq(), end - 1),
            "{\"session\":%d,\"from\":%d,\"through\":%d,\"last\":true}"
                .formatted(first.seq(), end, end));
  }

  /// A session in which somebody says something in every way; its first event.
  private JournalEvent meet(String text) {
    long before = room.bench.events().getLast().seq();
    room.come("ann");
    room.say("ann", text);
    room.bench.execute("ann", new GoalCommand.SetGoal("the goal of " + text));
    room.go("ann");
    room.bench.live(Duration.ofMinutes(3));
    room.bench.settle();
    return room.bench.events().stream()
        .filter(event -> event.seq() > before && event.type().equals("session-started"))
        .findFirst()
        .orElseThrow();
  }

  private void forget(JournalEvent start, List<Long> edits) {
    room.bench.execute(
        "ann", new SessionErasure.Forget(start.seq(), start.seq(), end(start), true, edits));
  }

  private long end(JournalEvent start) {
    return ofType(start, "session-ended").seq();
  }

  private JournalEvent ofType(JournalEvent start, String type) {
    return room.bench.events().stream()
        .filter(event -> event.seq() > start.seq() && event.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private List<JournalEvent> events(JournalEvent start) {
    return room.bench.events().subList((int) start.seq() - 1, (int) end(start));
  }

  private List<String> texts() {
    return room.history()
        .path("messages")
        .valueStream()
        .map(message -> message.path("text").asText())
        .toList();
  }
}
