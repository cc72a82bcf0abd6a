package app.focusly.room.goal;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.MemberId;
import app.focusly.room.history.Attendance;
import app.focusly.room.history.AttendanceCommand;
import app.focusly.room.ledger.FeatureBench;
import app.focusly.room.member.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GoalsTest {
  private final FeatureBench bench =
      new FeatureBench(List.of(Attendance::new, () -> new Goals(new GoalLimits(20))));

  @Test
  void theSameGoalAgainIsNoNews() {
    set("ann", "Essay");

    assertThat(set("ann", "Essay")).isEqualTo("done 1");
    assertThat(bench.events()).hasSize(1);
  }

  @Test
  void onlyAnOpenGoalCanBeClosed() {
    assertThat(close("ann")).isEqualTo("no-goal");
    set("ben", "Essay");
    assertThat(close("ann")).isEqualTo("no-goal");
    assertThat(close("ben")).isEqualTo("done 2");
    assertThat(close("ben")).isEqualTo("no-goal");
  }

  @Test
  void nothingIsLongerThanTheOperatorAllows() {
    assertThat(set("ann", "🦊".repeat(21))).isEqualTo("invalid-payload");
    assertThat(set("ann", "🦊".repeat(20))).isEqualTo("done 1");
    assertThat(bench.execute("ann", new GoalCommand.CloseGoal(Outcome.DONE, "🦊".repeat(21))))
        .isEqualTo("invalid-payload");
  }

  @Test
  void theOldestClosedGoalMakesWayThenTheOldest() {
    set("ann", "stays open");
    set("ben", "is closed");
    close("ben");
    for (int i = 0; i < Goals.KEPT - 2; i++) {
      set("member " + i, "Essay");
    }
    assertThat(ids().length).isEqualTo(Goals.KEPT);

    set("one more", "Essay");
    assertThat(ids()).hasSize(Goals.KEPT).contains(1).doesNotContain(2);
    set("and another", "Essay");
    assertThat(ids()).hasSize(Goals.KEPT).doesNotContain(1);
  }

  @Test
  void theNextSessionBeginsWithout() {
    bench.execute("ann", new AttendanceCommand.Came(new MemberId("ann"), null, Role.MEMBER));
    set("ann", "Essay");
    bench.execute("ann", new AttendanceCommand.Went(new MemberId("ann")));
    bench.live(Attendance.GRACE.minusMillis(1));
    assertThat(ids()).hasSize(1);

    bench.live(Attendance.GRACE);
    assertThat(ids()).isEmpty();
    assertThat(close("ann")).isEqualTo("no-goal");
  }

  private String set(String member, String text) {
    return bench.execute(member, new GoalCommand.SetGoal(text));
  }

  private String close(String member) {
    return bench.execute(member, new GoalCommand.CloseGoal(Outcome.PARTLY, null));
  }

  private long[] ids() {
    LongStream ids =
        bench
            .view("goals")
            .path("goals")
            .valueStream()
            .map(goal -> goal.path("goalId"))
            .mapToLong(JsonNode::longValue);
    return ids.toArray();
  }
}
