package app.focusly.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.access.Waiting;
import app.focusly.room.member.MemberName;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessExamplesTest {
  private static final Instant START = Instant.ofEpochMilli(1_767_258_000_000L);

  private final List<JsonNode> examples =
      Golden.cases("access.json").map(example -> example.path("argument")).toList();

  @Test
  void whatOwnersAndThoseAtTheDoorHearIsWrittenAsTheExamples() {
    var ann = new MemberId("ann");
    var ben = new MemberId("ben");
    var written =
        List.of(
            RoomJson.waiting(new Waiting(ben, new MemberName("Ben"), START)),
            RoomJson.waiting(new Waiting(new MemberId("cleo"), null, START.plusSeconds(1))),
            RoomJson.waitingGone(ben),
            RoomJson.notice(new Effect.Notice(List.of(), "muted", "An owner muted you.", ann)),
            RoomJson.notice(new Effect.Notice(List.of(), "admitted", "You may come in.", null)));

    assertThat(written).hasSameSizeAs(examples);
    for (int i = 0; i < examples.size(); i++) {
      assertThat(written.get(i)).hasToString(examples.get(i).toString());
    }
  }
}
