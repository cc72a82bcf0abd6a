package app.focusly.room.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.focusly.room.Command;
import app.focusly.room.ConnectionId;
import app.focusly.room.FeatureLimits;
import app.focusly.room.Golden;
import app.focusly.room.Parsed;
import app.focusly.room.Refusal;
import app.focusly.room.RoomFeatures;
import app.focusly.room.RoomJson;
import app.focusly.room.journal.CommandId;
import app.focusly.room.ledger.ChatRoom;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ChatPayloadTest {
  private static final RoomFeatures FEATURES = new RoomFeatures(FeatureLimits.DEFAULT);

  @TestFactory
  Stream<DynamicTest> eventsReadAsTheExamples() {
    return Golden.cases("chat.json")
        .map(each -> dynamicTest(each.path("name").asText(), () -> readsAsTold(each)));
  }

  private static void readsAsTold(JsonNode example) {
    switch (read(example.path("event").textValue(), Golden.arguments(example))) {
      case Parsed.Valid<Command.Change>(Command.Change change) ->
          assertThat(written((ChatCommand) change.change()).toString())
              .isEqualTo(example.required("reads").toString());
      case Parsed.Invalid<Command.Change>(Refusal refusal) -> {
        JsonNode refused = example.required("refused");
        assertThat(refusal.code().text()).isEqualTo(refused.path("code").asText());
        assertThat(refusal.path()).isEqualTo(refused.path("path").textValue());
      }
    }
  }

  @Test
  void aMessageIsNoLongerThanAnyMayBe() {
    var longest = JsonNodeFactory.instance.objectNode().put("text", "🦊".repeat(4_000));
    assertThat(read("chat-send", List.of(longest))).isInstanceOf(Parsed.Valid.class);

    longest.put("text", "🦊".repeat(4_000) + "!");
    var refused = (Parsed.Invalid<Command.Change>) read("chat-send", List.of(longest));
    assertThat(refused.refusal().code().text()).isEqualTo("message-too-long");
    assertThat(refused.refusal().path()).isEqualTo("text");
  }

  @Test
  void whatClientsHearIsAsTheExamples() {
    var room = new ChatRoom(ChatLimits.DEFAULT);
    var commandId = new CommandId("00000000-0000-4000-8000-000000000001");
    room.execute("ann", commandId, new ChatCommand.Send("Hello", 0, List.of("ben"), null));
    room.execute("ben", new ChatCommand.Send("Hi", 1, List.of(), null));
    room.react("ben", 1, "👍", true);
    room.edit("ann", 1, "Hello all");
    room.delete("ben", 2);

    var heard =
        room.published().stream()
            .map(event -> Golden.parse(RoomJson.event(event).toString()))
            .toList();
    assertThat(heard).isEqualTo(Golden.file("chat.json").path("events").valueStream().toList());
    assertThat(room.view()).isEqualTo(Golden.file("chat.json").path("view"));
  }

  private static Parsed<Command.Change> read(String event, List<JsonNode> arguments) {
    return FEATURES.change(event, new ConnectionId("c"), arguments).orElseThrow();
  }

  private static ObjectNode written(ChatCommand command) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    switch (command) {
      case ChatCommand.Send send -> {
        json.put("text", send.text()).put("replyTo", send.replyTo());
        send.mentions().forEach(json.putArray("mentions")::add);
      }
      case ChatCommand.Edit edit ->
          json.put("messageId", edit.messageId()).put("text", edit.text());
      case ChatCommand.Delete delete -> json.put("messageId", delete.messageId());
      case ChatCommand.React react ->
          json.put("messageId", react.messageId())
              .put("emoji", react.emoji().value())
              .put("on", react.on());
      case ChatCommand.History history ->
          json.put("before", history.before()).put("limit", history.limit());
    }
    return json;
  }
}
