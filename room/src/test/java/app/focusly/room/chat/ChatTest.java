package app.focusly.room.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.ledger.ChatRoom;
import app.focusly.room.member.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatTest {
  private final ChatRoom room = new ChatRoom(new ChatLimits(20, 2, 3));

  @Test
  void aMessageHasItsAuthorsNameOfThen() {
    assertThat(room.send("ann", "Hello")).containsExactly("event 1", "ann: done 1");

    assertThat(message(1).toString())
        .isEqualTo(
            "{\"messageId\":1,\"at\":1767258000000,\"by\":\"ann\",\"name\":\"The ann\","
                + "\"text\":\"Hello\",\"reactions\":{},\"mentions\":[]}");
    assertThat(room.view().path("more").booleanValue()).isFalse();
  }

  @Test
  void aReplyNamesAMessageThatThereIs() {
    room.send("ann", "Hello");

    assertThat(reply("ben", 1)).contains("ben: done 2");
    assertThat(message(2).path("replyTo").longValue()).isEqualTo(1);
    assertThat(message(2).path("mentions")).hasToString("[\"ann\"]");
    assertThat(reply("ben", 3)).containsExactly("ben: unknown-message");
    room.delete("ann", 1);
    assertThat(reply("ben", 1)).containsExactly("ben: unknown-message");
  }

  @Test
  void aMessageIsNoLongerThanItMayBe() {
    assertThat(room.send("ann", "🦊".repeat(20))).contains("ann: done 1");
    assertThat(room.send("ann", "🦊".repeat(21))).containsExactly("ann: message-too-long");
    assertThat(room.edit("ann", 1, "x".repeat(21))).containsExactly("ann: message-too-long");
  }

  @Test
  void onlyItsAuthorEditsAMessage() {
    room.send("ann", "Helo");
    room.pass(Duration.ofSeconds(1));

    assertThat(room.edit("ben", 1, "Hi")).containsExactly("ben: not-your-message");
    assertThat(room.execute("ben", Role.OWNER, new ChatCommand.Edit(1, "Hi", null)))
        .containsExactly("ben: not-your-message");
    assertThat(room.edit("ann", 1, "Hello")).contains("ann: done 2");
    assertThat(room.edit("ann", 1, "Hello")).containsExactly("ann: done 2");
    assertThat(message(1).path("text").textValue()).isEqualTo("Hello");
    assertThat(message(1).path("editedAt").longValue()).isEqualTo(1767258001000L);
    assertThat(room.events()).hasSize(2);
  }

  @Test
  void theJournalHasNothingOfWhatWasEditedAway() {
    room.send("ann", "first");
    room.settle();
    room.edit("ann", 1, "second");
    room.edit("ann", 1, "third");

    assertThat(room.events().toString())
        .contains("third")
        .doesNotContain("first")
        .doesNotContain("second");
    assertThat(room.body(2)).hasToString("{\"messageId\":1}");
    assertThat(room.snapshots()).isEmpty();
  }

  @Test
  void itsAuthorOrAnOwnerDeletesAMessage() {
    room.send("ann", "secret one");
    room.send("ann", "secret two");
    room.edit("ann", 2, "secret three");
    room.settle();

    assertThat(room.delete("ben", 1)).containsExactly("ben: not-your-message");
    assertThat(room.delete("ann", 1)).contains("ann: done 4");
    assertThat(room.execute("ben", Role.OWNER, new ChatCommand.Delete(2, null)))
        .contains("ben: done 5");
    assertThat(room.delete("ann", 1)).containsExactly("ann: unknown-message");

    assertThat(room.events().toString()).doesNotContain("secret");
    assertThat(room.snapshots()).isEmpty();
    assertThat(room.body(1)).hasToString("{\"name\":\"The ann\",\"text\":\"\",\"deleted\":true}");
    assertThat(message(2).path("deleted").booleanValue()).isTrue();
  }

  @Test
  void nothingCanBeDoneWithADeletedMessage() {
    room.send("ann", "Hello");
    room.delete("ann", 1);

    assertThat(room.edit("ann", 1, "x")).containsExactly("ann: unknown-message");
    assertThat(room.react("ben", 1, "👍", true)).containsExactly("ben: unknown-message");
  }

  @Test
  void aReactionTellsAllReactionsAndIsInTheMessagesRow() {
    room.send("ann", "Hello");
    room.react("ben", 1, "👍", true);
    room.react("ann", 1, "👍", true);

    assertThat(room.body(3))
        .hasToString(
            "{\"messageId\":1,\"emoji\":\"👍\",\"on\":true,\"reactions\":{\"👍\":[\"ben\",\"ann\"]}}");
    assertThat(room.body(1).path("reactions")).hasToString("{\"👍\":[\"ben\",\"ann\"]}");
    room.react("ben", 1, "👍", false);
    room.react("ann", 1, "👍", false);
    assertThat(room.body(1).has("reactions")).isFalse();
    assertThat(message(1).path("reactions")).hasToString("{}");
  }

  @Test
  void aReactionThatIsThereAlreadyIsNoNews() {
    room.send("ann", "Hello");
    room.react("ben", 1, "👍", true);

    assertThat(room.react("ben", 1, "👍", true)).containsExactly("ben: done 2");
    assertThat(room.react("ann", 1, "👍", false)).containsExactly("ann: done 2");
    assertThat(room.events()).hasSize(2);
  }

  @Test
  void aMessageTakesSoManyReactionsOfSoManyKinds() {
    room.send("ann", "Hello");
    room.react("ann", 1, "👍", true);
    room.react("ann", 1, "🎉", true);

    assertThat(room.react("ann", 1, "🦊", true)).containsExactly("ann: too-many-reactions");
    room.react("ben", 1, "🎉", true);
    assertThat(room.react("ben", 1, "👍", true)).containsExactly("ben: too-many-reactions");
    room.react("ann", 1, "👍", false);
    assertThat(room.react("ben", 1, "🦊", true)).contains("ben: done 6");
  }

  @Test
  void aReactionLeavesTheSnapshots() {
    room.send("ann", "Hello");
    room.settle();
    room.react("ben", 1, "👍", true);

    assertThat(room.snapshots()).hasSize(1);
    var before = room.view();
    room.restart();
    assertThat(room.view()).isEqualTo(before);
  }

  @Test
  void theViewHasTheLastFifty() {
    for (int i = 1; i <= 60; i++) {
      room.send("ann", "n" + i);
    }

    assertThat(room.view().path("messages")).hasSize(50);
    assertThat(room.view().path("messages").path(0).path("text").textValue()).isEqualTo("n11");
    assertThat(room.view().path("more").booleanValue()).isTrue();
  }

  @Test
  void theViewIsBoundedInBytes() {
    var wide = new ChatRoom(ChatLimits.DEFAULT);
    for (int i = 1; i <= 50; i++) {
      wide.send("ann", "🦊".repeat(4_000));
    }

    assertThat(wide.view().path("messages")).hasSizeBetween(15, 16);
    assertThat(wide.view().path("more").booleanValue()).isTrue();
  }

  private List<String> reply(String member, long to) {
    return room.execute(member, new ChatCommand.Send("Hi", to, List.of("ann"), null));
  }

  private JsonNode message(long id) {
    return room.view()
        .path("messages")
        .valueStream()
        .filter(message -> message.path("messageId").longValue() == id)
        .findFirst()
        .orElseThrow();
  }
}
