package app.focusly.server.note;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Where the others' carets are.
class CaretsTest {
  private static final String ANN_AT_1 =
      "{\"user\":{\"name\":\"Ann\",\"memberId\":\"ann\"},\"cursor\":"
          + "{\"anchor\":{\"item\":{\"client\":5,\"clock\":1}},"
          + "\"head\":{\"item\":{\"client\":5,\"clock\":1}}}}";

  private final NoteStage stage = new NoteStage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void othersHearOfIt() {
    stage.sync("ann");
    stage.heard();
    stage.awareness("ann", caret(7, 1));

    assertThat(stage.heard()).containsExactly("ann is at " + ANN_AT_1);
  }

  @Test
  void whoComesLaterLearnsOfIt() {
    stage.sync("ann");
    stage.awareness("ann", caret(7, 1));
    stage.heard();
    stage.sync("ben");

    assertThat(stage.heard()).containsExactly("ben joins", "ben learns " + ANN_AT_1);
  }

  @Test
  void nobodyMovesAnothersOrHasTwo() {
    stage.sync("ann");
    stage.sync("ben");
    stage.awareness("ann", caret(7, 1));
    stage.heard();
    stage.awareness("ben", caret(7, 2));
    stage.awareness("ann", caret(8, 2));
    stage.awareness("ann", new byte[] {1, 2, 3});
    stage.awareness("cleo", caret(9, 1));

    assertThat(stage.heard()).isEmpty();
    stage.awareness("ben", caret(8, 1));
    assertThat(stage.heard()).hasSize(1);
  }

  @Test
  void itGoesWithItsConnection() {
    stage.sync("ann");
    stage.sync("ben");
    stage.awareness("ann", caret(7, 1));
    stage.heard();
    stage.drop("ann");

    assertThat(stage.heard()).containsExactly("ann leaves", "ann is at null");
    stage.awareness("ben", caret(7, 2));
    assertThat(stage.heard()).hasSize(1);
  }

  private static byte[] caret(long client, int clock) {
    var state = JsonNodeFactory.instance.objectNode();
    for (String end : List.of("anchor", "head")) {
      state.withObject("/cursor/" + end + "/item").put("client", 5).put("clock", clock);
    }
    return new AwarenessUpdate(client, clock, state).write();
  }
}
