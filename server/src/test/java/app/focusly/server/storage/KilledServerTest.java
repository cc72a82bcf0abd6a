package app.focusly.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.DataFiles;
import app.focusly.server.testing.Program;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that is killed while somebody is in a room cannot write down when they went. The next
/// one does, as of the time at which the killed one was last noted to run.
class KilledServerTest {
  private static final String ROOM = "killed-server";
  private static final int MAX_LOOKS = 10_000;

  @TempDir Path folder;

  @Test
  void visitsEndWhenTheServerWasLastNotedToRun() throws IOException {
    var data = new DataFiles(folder);
    JsonNode joined;
    long came;
    try (Program server = Program.serve(folder, AnHourAgo.class);
        var ann = SocketIoClient.connect(server)) {
      joined = ann.call("join-room", join("ann"));
      assertThat(joined.path("ok").booleanValue()).isTrue();
      came = joined.path("serverTime").longValue();
      for (int look = 0; data.aliveAt() < came + 1_000; look++) {
        assertThat(look).isLessThan(MAX_LOOKS);
        assertThat(RawHttp.get(server, "/healthz").status()).isEqualTo(200);
      }
      server.kill();
    }
    long noted = data.aliveAt();
    assertThat(noted).isGreaterThan(came);

    try (var server =
            TestServer.start(Map.of("FOCUSLY_DATA", folder.toString(), "FOCUSLY_MESSAGES", "off"));
        var bea = SocketIoClient.connect(server)) {
      assertThat(bea.call("join-room", join("bea")).path("ok").booleanValue()).isTrue();
      JsonNode missed =
          bea.call("catch-up", Map.of("since", joined.path("seq").longValue())).path("events");
      assertThat(missed.path(0).path("type").asText()).isEqualTo("session-started");
      assertThat(missed.path(1).path("type").asText()).isEqualTo("member-joined");
      assertThat(missed.path(2).path("type").asText()).isEqualTo("member-left");
      assertThat(missed.path(2).path("memberId")).isEqualTo(missed.path(1).path("memberId"));
      assertThat(missed.path(2).path("leftAt").longValue()).isEqualTo(noted);
      assertThat(missed.path(3).path("type").asText()).isEqualTo("session-ended");
      assertThat(missed.path(3).path("endedAt").longValue()).isEqualTo(noted);
    }
  }

  private static Map<String, Object> join(String who) {
    return Map.of("roomId", ROOM, "userId", who, "protocol", 1, "name", who);
  }
}
