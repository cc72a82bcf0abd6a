package app.focusly.room.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.focusly.room.Command;
import app.focusly.room.Golden;
import app.focusly.room.Parsed;
import app.focusly.room.Refusal;
import app.focusly.room.history.Attendance;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.FeatureBench;
import app.focusly.room.ledger.FeatureStory;
import app.focusly.room.standup.Standup;
import app.focusly.room.standup.StandupLimits;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The examples of the wire and of the journal are what goals and the stand-up read, say and keep.
class GoalsExamplesTest {
  private static final List<String> VIEWS = List.of("goals", "standup");

  private final FeatureBench bench =
      new FeatureBench(
          List.of(
              Attendance::new,
              () -> new Goals(GoalLimits.DEFAULT),
              () -> new Standup(StandupLimits.DEFAULT)));

  @TestFactory
  Stream<DynamicTest> payloadsAreReadOrRefused() {
    return Golden.cases("goals.json")
        .map(each -> dynamicTest(each.path("name").asText(), () -> readsAsTold(each)));
  }

  private static void readsAsTold(JsonNode example) {
    switch (FeatureStory.read(example)) {
      case Parsed.Valid<Command.Change>(Command.Change change) ->
          assertThat(change.change()).hasToString(example.required("reads").asText());
      case Parsed.Invalid<Command.Change>(Refusal refusal) -> {
        assertThat(refusal.code().text()).isEqualTo(example.at("/refused/code").textValue());
        assertThat(refusal.path()).isEqualTo(example.at("/refused/path").textValue());
      }
    }
  }

  @Test
  void aStoryIsToldAsTheExampleAndAsTheJournal() {
    var story = new FeatureStory(bench);
    for (JsonNode step : Golden.file("goals.json").path("story")) {
      assertThat(Golden.comparable(story.play(step, VIEWS)))
          .as(step.path("name").asText())
          .isEqualTo(Golden.comparable(step));
    }
    assertThat(bench.events()).isEqualTo(journal());
  }

  /// Journals that stand somewhere are read for ever.
  @Test
  void theJournalComesToTheViews() {
    bench.store(journal());

    for (String view : VIEWS) {
      assertThat(Golden.comparable(bench.view(view)))
          .isEqualTo(Golden.comparable(example().path(view)));
    }
  }

  private static JsonNode example() {
    return Golden.parse(Golden.text("protocol/journal/goals.json"));
  }

  private static List<JournalEvent> journal() {
    return example().path("events").valueStream().map(GoalsExamplesTest::event).toList();
  }

  private static JournalEvent event(JsonNode event) {
    return new JournalEvent(
        event.path("seq").longValue(),
        Instant.ofEpochMilli(event.path("at").longValue()),
        event.path("actor").textValue(),
        event.path("type").textValue(),
        event.path("version").intValue(),
        event.path("body").toString(),
        null);
  }
}
