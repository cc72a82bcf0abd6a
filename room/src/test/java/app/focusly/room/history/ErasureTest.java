package app.focusly.room.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.MemberId;
import app.focusly.room.access.AccessCommand;
import app.focusly.room.chat.ChatCommand;
import app.focusly.room.chat.Emoji;
import app.focusly.room.ledger.Forgetting;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Nothing is left of a member who wants to be forgotten, and all of the others.
class ErasureTest {
  private static final MemberId BEN = new MemberId("ben");

  private final Keeping room = new Keeping(Duration.ZERO);

  @Test
  void whatTheyWroteIsEmptyAndWhatOthersWroteStays() {
    room.create("ann");
    room.come("ann");
    room.come("ben");
    room.say("ann", "from the other");
    room.say("ben", "secret");
    room.bench.execute("ben", new ChatCommand.Edit(last(), "secret in other words", null));
    room.bench.execute("ann", new ChatCommand.React(last() - 1, new Emoji("👍"), true, null));
    room.go("ben");
    forget();

    assertThat(room.journal())
        .doesNotContain("secret")
        .doesNotContain("The ben")
        .contains("from the other", "The ann");
    assertThat(texts()).containsExactly("from the other", "");
    JsonNode message = room.history().path("messages").path(1);
    assertThat(message.path("deleted").booleanValue()).isTrue();
    assertThat(message.path("by").asText()).isEqualTo("forgotten");
    assertThat(message.path("name").asText()).isEmpty();
  }

  @Test
  void othersMessagesNameThemNoMore() {
    room.create("ann");
    room.come("ann");
    room.come("ben");
    room.bench.execute("ann", new ChatCommand.Send("\"ben\"", 0, List.of("ben", "cem"), null));
    long message = last();
    room.bench.execute("ben", new ChatCommand.React(message, new Emoji("👍"), true, null));
    room.bench.execute("ann", new ChatCommand.React(message, new Emoji("👍"), true, null));
    room.go("ben");
    forget();

    JsonNode shown = room.history().path("messages").path(0);
    assertThat(shown.path("mentions")).hasToString("[\"forgotten\",\"cem\"]");
    assertThat(shown.path("reactions")).hasToString("{\"👍\":[\"forgotten\",\"ann\"]}");
    assertThat(shown.path("text").asText()).isEqualTo("\"ben\""); // these are somebody else's words
    assertThat(room.bodies("chat-sent").toString() + room.bodies("chat-reacted"))
        .doesNotContain("[\"ben\"", ",\"ben\"");
    room.bench.restartWithoutSnapshots();
    assertThat(room.history().path("messages").path(0)).isEqualTo(shown);
  }

  @Test
  void memoryAndTheJournalComeToTheSame() {
    room.create("ann");
    room.come("ann");
    room.come("ben");
    for (int i = 0; i < 300; i++) {
      room.say(i % 3 == 0 ? "ben" : "ann", "message " + i);
    }
    room.bench.settle();
    room.go("ben");
    forget();
    String live = room.state() + room.history();

    room.bench.restart();
    assertThat(room.state() + room.history()).isEqualTo(live);
    room.bench.restartWithoutSnapshots();
    assertThat(room.state() + room.history()).isEqualTo(live);
  }

  @Test
  void anOldMessageThatChangedLatelyIsForgottenToo() {
    room.create("ann");
    room.come("ben");
    room.say("ben", "secret");
    long secret = last();
    for (int i = 0; i < 250; i++) {
      room.say("ann", "more");
    }
    room.bench.execute("ben", new ChatCommand.Edit(secret, "another secret", null));
    forget();

    JsonNode page = room.bench.ask("ann", new ChatCommand.History(secret + 1, 1, null));
    assertThat(page.path("messages").path(0).path("text").asText("none")).isEmpty();
    assertThat(room.journal()).doesNotContain("secret");
  }

  @Test
  void anotherOwnerStaysOneAndTheirsIsTheRoom() {
    room.create("ben");
    room.come("ben");
    room.come("ann");
    room.bench.execute("ann", new AccessCommand.AddOwner(new MemberId("ann")));
    room.go("ben");
    forget();

    assertThat(room.bench.view("room").path("owners")).hasToString("[\"ann\"]");
    assertThat(room.bodies("room-created")).noneMatch(body -> body.contains("ben"));
    room.bench.restartWithoutSnapshots();
    assertThat(room.bench.view("room").path("owners")).hasToString("[\"ann\"]");
    assertThat(room.bench.view("room").path("template").asText()).isEqualTo("study-group");
  }

  @Test
  void aBanAndItsNameGo() {
    room.create("ann");
    room.come("ben");
    room.bench.execute("ann", new AccessCommand.Ban(BEN, null));
    forget();

    assertThat(room.bench.view("room").path("banned")).isEmpty();
    assertThat(room.journal()).doesNotContain("The ben");
    room.bench.restartWithoutSnapshots();
    assertThat(room.bench.view("room").path("banned")).isEmpty();
  }

  @Test
  void someThousandEventsAreGoneThroughAtATime() {
    room.create("ann");
    room.come("ben");
    for (int i = 0; i < Erasure.STEP; i++) {
      room.say("ben", "secret");
    }
    forget();
    assertThat(room.bodies("chat-sent")).last().asString().contains("secret");
    assertThat(texts()).containsOnly(""); // though the journal still has it

    room.bench.execute("system", new Erasure.Forget(BEN, 1 + Erasure.STEP));
    assertThat(room.journal()).doesNotContain("secret");
    assertThat(room.bodies(Forgetting.MEMBER)).hasSize(2);
  }

  @Test
  void aStreamWithoutEventsGetsNone() {
    forget();
    assertThat(room.bench.events()).isEmpty();
  }

  private void forget() {
    room.bench.execute("system", new Erasure.Forget(BEN, 1));
  }

  private long last() {
    return Objects.requireNonNull(room.bench.events().getLast()).seq();
  }

  private List<String> texts() {
    var texts = new ArrayList<String>();
    room.history().path("messages").forEach(message -> texts.add(message.path("text").asText()));
    return texts;
  }
}
