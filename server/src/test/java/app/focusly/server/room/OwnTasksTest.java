package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.DataFiles;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tasks that one member alone sees, over the wire.
class OwnTasksTest {
  private static final String SECRET = "Nobody-Else-Reads-This";

  @TempDir private Path folder;

  @Test
  void theyAreShownToTheirMemberAloneAndSurviveTheServer() {
    String cookie;
    try (TestServer server = start();
        var ann = new Person(server, "Ann");
        var bea = new Person(server, "Bea")) {
      cookie = ann.cookie();
      ann.join("own");
      bea.join("own");
      assertThat(add(ann.client(), SECRET).path("seq").longValue()).isEqualTo(1);
      assertThat(ann.await("my-event").path("title").textValue()).isEqualTo(SECRET);
      ann.client().call("task-move", Map.of("private", true, "taskId", 1, "column", "doing"));

      assertThat(board(bea.client()).path("tasks")).isEmpty();
      assertThat(bea.join("own").toString()).doesNotContain(SECRET);
      bea.client().call("task-add", Map.of("title", "Everyone's"));
      SocketIoClient.Event heard;
      do {
        heard = bea.client().next();
        assertThat(heard.name()).isNotEqualTo("my-event");
        assertThat(heard.toString()).doesNotContain(SECRET);
      } while (!heard.argument().path("title").asText().equals("Everyone's"));
    }
    try (TestServer server = start();
        SocketIoClient ann = SocketIoClient.connect(server, cookie)) {
      ann.call("join-room", Map.of("roomId", "own", "userId", "a", "protocol", 1));
      JsonNode board = board(ann);
      assertThat(board.path("seq").longValue()).isEqualTo(2);
      assertThat(board.path("epoch").textValue()).isNotEmpty();
      assertThat(board.at("/tasks/0/title").textValue()).isEqualTo(SECRET);
      assertThat(board.at("/tasks/0/column").textValue()).isEqualTo("doing");
    }
  }

  @Test
  void theyAreRefusedAsTheRoomsAre() {
    try (TestServer server =
            TestServer.start(Map.of("FOCUSLY_TASKS", "1", "FOCUSLY_TASK_TITLE", "20"));
        var ann = new Person(server, "Ann");
        SocketIoClient guest = SocketIoClient.connect(server)) {
      ann.join("own");
      guest.call("join-room", Map.of("roomId", "own", "userId", "g", "protocol", 1));

      assertThat(Person.code(add(guest, "Mine"))).isEqualTo("not-permitted");
      assertThat(Person.code(board(guest))).isEqualTo("not-permitted");
      assertThat(Person.code(add(ann.client(), "One"))).isEqualTo("ok");
      assertThat(Person.code(add(ann.client(), "Two"))).isEqualTo("too-many-tasks");
      assertThat(add(ann.client(), "x".repeat(21)).path("message").textValue())
          .isEqualTo("A title has 20 characters at most.");
      JsonNode renamed =
          ann.client()
              .call("task-update", Map.of("private", true, "taskId", 1, "title", "x".repeat(21)));
      assertThat(renamed.path("path").textValue()).isEqualTo("title");
      JsonNode list =
          ann.client().call("task-add", Map.of("titles", List.of("short", "x".repeat(21))));
      assertThat(list.path("path").textValue()).isEqualTo("titles");
      JsonNode gone = ann.client().call("task-remove", Map.of("private", true, "taskId", 7));
      assertThat(Person.code(gone)).isEqualTo("unknown-task");
      JsonNode unclear = ann.client().call("task-work", Map.of("private", "yes", "taskId", 1));
      assertThat(unclear.path("path").textValue()).isEqualTo("private");
    }
  }

  @Test
  void whoIsForgottenLeavesNothingOfThem() {
    var files = new DataFiles(folder);
    try (TestServer server = start();
        var ann = new Person(server, "Ann");
        var bea = new Person(server, "Bea")) {
      ann.join("own");
      bea.join("own");
      add(ann.client(), SECRET);
      add(bea.client(), "A secret of Bea's");
      assertThat(files.holding(SECRET)).isNotEmpty();
      assertThat(ann.forgetMe().status()).isEqualTo(204);

      assertThat(board(bea.client()).at("/tasks/0/title").textValue())
          .isEqualTo("A secret of Bea's");
    }
    files.compact();
    assertThat(files.holding(SECRET)).isEmpty();
    assertThat(files.holding("A secret of Bea's")).isNotEmpty();
  }

  private static JsonNode add(SocketIoClient client, String title) {
    return client.call("task-add", Map.of("private", true, "title", title));
  }

  private static JsonNode board(SocketIoClient client) {
    return client.call("my-tasks", Map.of());
  }

  private TestServer start() {
    return TestServer.start(Map.of("FOCUSLY_DATA", folder.toString()));
  }
}
