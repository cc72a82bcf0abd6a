package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is found in a room, over the wire.
class RoomSearchTest {

  @Test
  void chatIsFoundNewestFirstAsItIsNow() {
    try (TestServer server = TestServer.start(Map.of());
        var ann = new Person(server, "Ann")) {
      ann.join("search");
      long first = say(ann, "The Walrus and the carpenter");
      long second = say(ann, "Nothing of the kind");
      for (int i = 0; i < 130; i++) {
        say(ann, "Oyster " + i);
      }
      long last = say(ann, "Another WALRUS");
      ann.client().call("chat-edit", Map.of("messageId", second, "text", "A walrus now"));

      JsonNode found = ann.client().call("room-search", Map.of("text", "walrus"));
      assertThat(ids(found)).containsExactly(last, second, first);
      assertThat(found.path("more").booleanValue()).isFalse();
      assertThat(found.at("/chat/2/excerpt").textValue()).isEqualTo("The Walrus and the carpenter");
      assertThat(found.at("/chat/2/name").textValue()).isEqualTo("Ann");
      ann.client().call("chat-delete", Map.of("messageId", first));
      assertThat(ids(ann.client().call("room-search", Map.of("text", "walrus"))))
          .containsExactly(last, second);

      JsonNode limited = ann.client().call("room-search", Map.of("text", "oyster", "limit", 3));
      assertThat(limited.path("chat")).hasSize(3);
      assertThat(limited.path("more").booleanValue()).isTrue();
    }
  }

  @Test
  void notesAreFoundByTheirTitle() {
    try (TestServer server = TestServer.start(Map.of());
        var ann = new Person(server, "Ann")) {
      ann.join("search");
      JsonNode added = ann.client().call("note-add", Map.of("title", "The Walrus"));
      ann.client().call("note-add", Map.of("title", "Plan"));

      JsonNode found = ann.client().call("room-search", Map.of("text", "walrus"));
      assertThat(found.path("notes")).hasSize(1);
      assertThat(found.at("/notes/0/noteId").longValue()).isEqualTo(added.path("seq").longValue());
      assertThat(found.at("/notes/0/title").textValue()).isEqualTo("The Walrus");
    }
  }

  @Test
  void whoIsNotThereAndWhatIsNoTextIsRefused() {
    try (TestServer server = TestServer.start(Map.of());
        var ann = new Person(server, "Ann")) {
      assertThat(Person.code(ann.client().call("room-search", Map.of("text", "a"))))
          .isEqualTo("not-joined");
      ann.join("search");
      for (Object text : List.of("", " ", "a\nb", "x".repeat(101), 7)) {
        assertThat(Person.code(ann.client().call("room-search", Map.of("text", text))))
            .isEqualTo("invalid-payload");
      }
      assertThat(Person.code(ann.client().call("room-search", Map.of("text", "a", "limit", 51))))
          .isEqualTo("invalid-payload");
    }
  }

  private static long say(Person who, String text) {
    return who.client().call("chat-send", Map.of("text", text)).path("seq").longValue();
  }

  private static List<Long> ids(JsonNode found) {
    return found
        .path("chat")
        .valueStream()
        .map(message -> message.path("messageId").longValue())
        .toList();
  }
}
