package app.focusly.room.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.chat.ChatCommand;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.Forgetting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is a day old is forgotten in the journal and in memory alike, and nothing else is.
class RetentionTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Keeping room = new Keeping(DAY);

  @Test
  void oldMessagesAreForgottenHourByHour() {
    room.create("ann");
    room.come("ann");
    room.say("ann", "first");
    room.say("ann", "second");
    room.bench.live(HOUR.multipliedBy(3));
    room.say("ann", "young");

    room.bench.live(HOUR.multipliedBy(22));
    assertThat(room.bodies("chat-sent")).startsWith("{}", "{}").last().asString().contains("young");
    assertThat(room.history().path("messages")).hasSize(1);
    assertThat(room.history().path("more").booleanValue()).isFalse();
    assertThat(room.bench.body().path("through").longValue()).isEqualTo(5);

    room.bench.live(HOUR.multipliedBy(4));
    assertThat(room.bodies("chat-sent")).containsOnly("{}");
    assertThat(room.history().path("messages")).isEmpty();
  }

  @Test
  void nobodyCanTellWhoseDoingItWas() {
    room.create("ann");
    room.come("ben");
    room.say("ben", "hello");
    room.go("ben");
    room.bench.live(HOUR.multipliedBy(26));

    assertThat(room.bench.events())
        .filteredOn(event -> event.seq() <= 5)
        .extracting(JournalEvent::actor)
        .containsOnly(JournalEvent.FORGOTTEN);
    assertThat(room.journal()).doesNotContain("ben").doesNotContain("hello");
  }

  @Test
  void memoryAndTheJournalComeToTheSame() {
    room.create("ann");
    room.come("ann");
    for (int i = 0; i < 260; i++) {
      room.say("ann", "old " + i);
    }
    room.bench.live(HOUR.multipliedBy(2));
    room.come("ben");
    room.say("ben", "young");
    room.bench.execute("ben", new ChatCommand.Edit(room.bench.events().size(), "younger", null));
    room.bench.live(HOUR.multipliedBy(24));
    String live = room.state();

    room.bench.restartWithoutSnapshots();
    assertThat(room.state()).isEqualTo(live).contains("younger").doesNotContain("old ");
    assertThat(room.history().path("messages")).hasSize(1);
  }

  @Test
  void someThousandAreForgottenAtATime() {
    room.create("ann");
    for (int i = 0; i < Retention.STEP; i++) {
      room.say("ann", "x");
    }
    room.bench.live(DAY.plus(HOUR));
    assertThat(room.bodies(Forgetting.HISTORY))
        .containsExactly("{\"through\":5000,\"visits\":5000}");
    room.bench.live(Retention.PAUSE);
    assertThat(room.bodies("chat-sent")).containsOnly("{}");
    assertThat(room.bodies(Forgetting.HISTORY)).hasSize(2);
  }

  @Test
  void aVisitIsAsOldAsItsEnd() {
    room.create("ann");
    room.come("ben");
    room.bench.live(DAY.multipliedBy(3));
    room.say("ben", "still here");
    room.bench.live(DAY.multipliedBy(2));
    assertThat(room.bodies("member-joined")).last().asString().contains("The ben");
    assertThat(room.bodies("chat-sent")).containsOnly("{}");

    room.bench.restartWithoutSnapshots();
    room.history();
    room.go("ben");
    room.bench.live(HOUR.multipliedBy(26));
    assertThat(room.bodies("member-joined")).containsOnly("{}");
    assertThat(room.journal()).doesNotContain("The ben");
  }

  @Test
  void aRoomWithoutOwnerIsForgottenADayAfterTheLastEvent() {
    var unowned = new Keeping(Duration.ZERO);
    unowned.come("ann");
    unowned.say("ann", "hello");
    unowned.bench.live(DAY.multipliedBy(2));
    assertThat(unowned.history().path("messages")).hasSize(1);

    unowned.go("ann");
    unowned.bench.live(DAY.minusMinutes(1));
    assertThat(unowned.history().path("messages")).hasSize(1);
    unowned.bench.live(Duration.ofMinutes(1));
    assertThat(unowned.history().path("messages")).isEmpty();
    assertThat(unowned.journal()).doesNotContain("ann").doesNotContain("hello");

    unowned.bench.live(DAY.multipliedBy(100));
    assertThat(unowned.bodies(Forgetting.HISTORY)).hasSize(1);
  }

  @Test
  void aRoomWithAnOwnerKeepsAllUnlessToldOtherwise() {
    var owned = new Keeping(Duration.ZERO);
    owned.create("ann");
    owned.say("ann", "hello");
    owned.bench.live(DAY.multipliedBy(1_000));

    assertThat(owned.bodies("chat-sent")).last().asString().contains("hello");
    assertThat(owned.bodies(Forgetting.HISTORY)).isEmpty();
  }

  @Test
  void whatIsDueIsDoneAfterARestart() {
    room.create("ann");
    room.say("ann", "hello");
    room.bench.settle();
    room.bench.restart();
    room.bench.pass(DAY.multipliedBy(2));
    room.history();
    room.bench.live(HOUR);

    assertThat(room.bodies("chat-sent")).isEqualTo(List.of("{}"));
  }
}
