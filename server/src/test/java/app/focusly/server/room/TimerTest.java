package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The timer of a room, through sockets and the journal on disk.
class TimerTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Map<String, Object> NOTHING = Map.of();

  @TempDir private Path data;
  private Instant now = NOON;

  private TestServer start() {
    return TestServer.start(
        Map.of("FOCUSLY_DATA", data.toString(), "FOCUSLY_TIMER_PRESETS", "1"), () -> now);
  }

  private static JsonNode join(SocketIoClient client, String userId) {
    JsonNode answer =
        client.call("join-room", Map.of("roomId", "timer", "userId", userId, "protocol", 1));
    assertThat(answer.path("ok").booleanValue()).as(answer.toString()).isTrue();
    return answer;
  }

  /// The next event of this type in the room's log.
  private static JsonNode expect(SocketIoClient client, String type) {
    SocketIoClient.Event event = client.next();
    while (!event.name().equals("room-event")
        || !event.argument().path("type").asText().equals(type)) {
      event = client.next();
    }
    return event.argument();
  }

  /// The first event of this type that there ever was, or will be: what a room catches up with
  /// after a restart may be in its log before anybody is in it.
  private static JsonNode sinceEver(SocketIoClient client, String type) {
    for (JsonNode event : client.call("catch-up", Map.of("since", 0)).path("events")) {
      if (event.path("type").asText().equals(type)) {
        return event;
      }
    }
    return expect(client, type);
  }

  private static String code(JsonNode answer) {
    return answer.path("code").asText("ok");
  }

  @Test
  void everyoneHasTheSameEnd() {
    try (TestServer server = start();
        SocketIoClient ann = SocketIoClient.connect(server);
        SocketIoClient ben = SocketIoClient.connect(server)) {
      assertThat(join(ann, "a").at("/limits/presets").intValue()).isEqualTo(1);
      join(ben, "b");

      assertThat(code(ann.call("timer-start", NOTHING))).isEqualTo("ok");
      JsonNode heard = expect(ann, "timer-started");
      assertThat(expect(ben, "timer-started")).isEqualTo(heard);
      assertThat(heard.path("endsAt").longValue())
          .isEqualTo(NOON.plus(Duration.ofMinutes(25)).toEpochMilli());
      assertThat(code(ben.call("timer-start", NOTHING))).isEqualTo("timer-running");
      assertThat(code(ben.call("timer-extend", Map.of("minutes", 0)))).isEqualTo("invalid-payload");

      try (SocketIoClient cem = SocketIoClient.connect(server)) {
        assertThat(join(cem, "c").at("/timer/endsAt")).isEqualTo(heard.get("endsAt"));
      }
    }
  }

  @Test
  void aPhaseThatRanWhenTheServerStoppedEndsAtItsTime() {
    try (TestServer server = start();
        SocketIoClient ann = SocketIoClient.connect(server)) {
      join(ann, "a");
      ann.call("timer-configure", Map.of("autoAdvance", true));
      ann.call("timer-start", NOTHING);
      expect(ann, "timer-started");
    }
    now = NOON.plus(Duration.ofHours(5));
    try (TestServer server = start();
        SocketIoClient ann = SocketIoClient.connect(server)) {
      join(ann, "a");
      JsonNode end = sinceEver(ann, "timer-phase-ended");

      assertThat(end.path("endedAt").longValue())
          .isEqualTo(NOON.plus(Duration.ofMinutes(25)).toEpochMilli());
      assertThat(end.path("at").longValue()).isEqualTo(now.toEpochMilli());
      assertThat(end.at("/timer/phase").asText()).isEqualTo("idle");
    }
  }

  @Test
  void presetsAreAsManyAsTheOperatorAllows() {
    var lengths =
        Map.of("name", "one", "focus", 50, "shortBreak", 10, "longBreak", 30, "rounds", 4);
    var others = Map.of("name", "two", "focus", 50, "shortBreak", 10, "longBreak", 30, "rounds", 4);
    try (TestServer server = start();
        SocketIoClient ann = SocketIoClient.connect(server)) {
      join(ann, "a");
      assertThat(code(ann.call("preset-save", lengths))).isEqualTo("ok");
      assertThat(code(ann.call("preset-save", others))).isEqualTo("too-many-presets");
      assertThat(code(ann.call("timer-start", Map.of("preset", "two"))))
          .isEqualTo("unknown-preset");
    }
  }

  @Test
  void whereOnlyOwnersControlItOthersLookOn() {
    try (TestServer server = start();
        Person ann = new Person(server, "Ann");
        Person ben = new Person(server, "Ben")) {
      String room = ann.make("{\"template\":\"stand-up\"}").path("roomId").asText();
      ann.join(room);
      ben.join(room);

      assertThat(code(ben.client().call("timer-start", NOTHING))).isEqualTo("not-permitted");
      assertThat(code(ben.client().call("preset-remove", Map.of("name", "x"))))
          .isEqualTo("not-permitted");
      assertThat(code(ann.client().call("timer-start", NOTHING))).isEqualTo("ok");
      assertThat(ben.awaitHappening("timer-started").path("by").asText()).isEqualTo(ann.memberId());
    }
  }
}
