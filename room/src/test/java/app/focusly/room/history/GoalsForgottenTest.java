package app.focusly.room.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.MemberId;
import app.focusly.room.goal.GoalCommand;
import app.focusly.room.goal.Outcome;
import app.focusly.room.standup.StandupCommand;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nothing is left of goals and answers when they are old, or their member wants to be forgotten.
class GoalsForgottenTest {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void ofAMemberWhoIsForgottenNothingIsLeft() {
    var room = new Keeping(Duration.ZERO);
    room.create("ann");
    room.come("ann");
    room.come("ben");
    write(room, "ann", "from the other");
    write(room, "ben", "secret");
    room.bench.execute("ben", new StandupCommand.Start(30, List.of()));
    room.bench.settle();
    room.go("ben");
    room.bench.execute("system", new Erasure.Forget(new MemberId("ben"), 1));

    assertThat(room.journal()).doesNotContain("secret").contains("from the other");
    assertThat(room.state()).doesNotContain("secret").contains("from the other");
    assertThat(room.bench.view("standup").at("/round/startedBy").asText()).isEqualTo("forgotten");
    assertSameAfterRestarts(room);
  }

  @Test
  void whatIsOldIsForgotten() {
    var room = new Keeping(DAY);
    room.create("ann");
    room.come("ann");
    write(room, "ann", "old");
    room.bench.execute("ann", new StandupCommand.Start(30, List.of()));
    room.bench.live(DAY.minusHours(2));
    write(room, "ann", "young");
    room.bench.live(Duration.ofHours(4));

    assertThat(room.journal()).doesNotContain("old").contains("young");
    assertThat(room.state()).doesNotContain("old").contains("young");
    assertThat(room.bench.view("standup").path("round").isNull()).isTrue();
    assertSameAfterRestarts(room);
  }

  private static void write(Keeping room, String member, String text) {
    room.bench.execute(member, new GoalCommand.SetGoal(text));
    room.bench.execute(member, new GoalCommand.SetGoal(text + " in other words"));
    room.bench.execute(member, new GoalCommand.CloseGoal(Outcome.DONE, text + " and done"));
    room.bench.execute(member, new StandupCommand.Respond(text, "", text + " again"));
  }

  private static void assertSameAfterRestarts(Keeping room) {
    String live = room.state();
    room.bench.restart();
    assertThat(room.state()).isEqualTo(live);
    room.bench.restartWithoutSnapshots();
    assertThat(room.state()).isEqualTo(live);
  }
}
