package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// The whole server while its storage does not answer: calls go on, joins and messages wait, and
/// nobody is disconnected.
class SlowStorageTest {
  private static final String ROOM = "slow-storage";

  @Test
  void aCallGoesOnAndWhatLastsComesInOrder() {
    var held = new AtomicReference<HeldJournal>();
    try (var server =
            TestServer.start(
                Map.of(),
                InstantSource.system(),
                journal -> {
                  var slow = new HeldJournal(journal);
                  held.set(slow);
                  return slow;
                });
        var ann = new Person(server, "ann");
        var bea = new Person(server, "bea");
        var cem = new Person(server, "cem")) {
      assertThat(Person.code(ann.join(ROOM))).isEqualTo("ok");
      assertThat(Person.code(bea.join(ROOM))).isEqualTo("ok");
      ann.awaitHappening("member-joined");
      HeldJournal journal = held.get();
      journal.hold();

      int said = ann.client().ask("chat-send", Map.of("text", "slow"));
      int joined =
          cem.client().ask("join-room", Map.of("roomId", ROOM, "userId", "cem", "protocol", 1));
      for (int round = 0; round < 3; round++) {
        boolean on = round % 2 == 0;
        var media = Map.of("mic", on, "camera", false, "screen", false, "hand", false);
        assertThat(Person.code(bea.client().call("media-state", media))).isEqualTo("ok");
        assertThat(ann.await("member-updated").path("memberId").asText()).isEqualTo(bea.memberId());
        bea.client().emit("typing", Map.of("where", "chat", "on", on));
        assertThat(ann.await("typing").path("on").booleanValue()).isEqualTo(on);
        var video = Map.of("userId", "ann", "on", on);
        assertThat(Person.code(bea.client().call("receive-video", video))).isEqualTo("ok");
        assertThat(ann.await("receive-video").path("on").booleanValue()).isEqualTo(on);
      }

      journal.release();
      assertThat(Person.code(ann.client().answer(said))).isEqualTo("ok");
      assertThat(Person.code(cem.client().answer(joined))).isEqualTo("ok");
      List<JsonNode> states = new ArrayList<>();
      for (Person person : List.of(ann, bea, cem)) {
        JsonNode state =
            person.client().call("chat-history", Map.of("before", 1_000, "limit", 100));
        states.add(state.path("messages"));
      }
      assertThat(states.getFirst()).hasSize(1);
      assertThat(states).containsOnly(states.getFirst());
    }
  }
}
