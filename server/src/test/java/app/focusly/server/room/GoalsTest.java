package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Goals and the stand-up over the wire.
class GoalsTest {
  @AutoClose
  private static final TestServer SERVER =
      TestServer.start(Map.of("FOCUSLY_GOAL_TEXT", "20", "FOCUSLY_STANDUP_ANSWER", "10"));

  @Test
  void goalsAreToldAndShownToWhoComes() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER);
        SocketIoClient ben = SocketIoClient.connect(SERVER)) {
      JsonNode empty = join(ann, "goals", "Ann");
      assertThat(empty.required("goals")).hasToString("{\"goals\":[]}");
      assertThat(empty.required("standup")).hasToString("{\"answers\":[],\"round\":null}");
      assertThat(empty.at("/limits/goalText").intValue()).isEqualTo(20);
      assertThat(empty.at("/limits/standupAnswer").intValue()).isEqualTo(10);

      ann.call("goal-set", Map.of("text", "Essay"));
      JsonNode event = next(ann, "goal-set");
      assertThat(event.path("name").textValue()).isEqualTo("Ann");
      assertThat(event.path("text").textValue()).isEqualTo("Essay");

      JsonNode goal = join(ben, "goals", "Ben").at("/goals/goals/0");
      assertThat(goal.path("goalId")).isEqualTo(event.path("seq"));
      assertThat(goal.path("memberId")).isEqualTo(event.path("by"));
      ann.call("goal-close", Map.of("outcome", "done"));
      assertThat(next(ben, "goal-closed").path("goalId")).isEqualTo(event.path("seq"));
    }
  }

  @Test
  void aRoundIsToldToAll() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER);
        SocketIoClient ben = SocketIoClient.connect(SERVER)) {
      join(ann, "round", "Ann");
      join(ben, "round", "Ben");
      ann.call("standup-start", Map.of("seconds", 30));

      JsonNode started = next(ben, "standup-started");
      assertThat(started.path("order")).hasSize(2);
      ann.call("standup-next", Map.of());
      assertThat(next(ben, "standup-moved").path("index").intValue()).isEqualTo(1);
      ann.call("standup-next", Map.of());
      next(ben, "standup-ended");
      assertThat(ann.call("standup-next", Map.of()).path("code").textValue())
          .isEqualTo("no-standup");
    }
  }

  @Test
  void whatIsLongerThanTheOperatorAllowsIsRefused() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER)) {
      join(ann, "long", "Ann");

      JsonNode goal = ann.call("goal-set", Map.of("text", "x".repeat(21)));
      assertThat(goal.path("code").textValue()).isEqualTo("invalid-payload");
      assertThat(goal.path("path").textValue()).isEqualTo("text");
      JsonNode answer = ann.call("standup-answer", Map.of("today", "x".repeat(11)));
      assertThat(answer.path("code").textValue()).isEqualTo("invalid-payload");
    }
  }

  private static JsonNode join(SocketIoClient client, String room, String name) {
    return client.call(
        "join-room", Map.of("roomId", room, "userId", name, "protocol", 1, "name", name));
  }

  private static JsonNode next(SocketIoClient client, String type) {
    while (true) {
      SocketIoClient.Event event = client.next();
      if (event.argument().path("type").asText().equals(type)) {
        return event.argument();
      }
    }
  }
}
