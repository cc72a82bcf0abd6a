package app.focusly.room.goal;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.MemberId;
import app.focusly.room.history.Attendance;
import app.focusly.room.history.AttendanceCommand;
import app.focusly.room.ledger.FeatureBench;
import app.focusly.room.member.Role;
import app.focusly.room.standup.Standup;
import app.focusly.room.standup.StandupCommand;
import app.focusly.room.standup.StandupLimits;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever members do: each has the goal that they set last, the same members speak as a naive
/// list says, and a restart changes nothing.
class GoalsPropertyTest {
  private static final List<String> MEMBERS = List.of("ann", "ben", "cem");

  /// One step: a member, and what they do.
  record Step(String member, String what, int number) {}

  @Property(tries = 80)
  void everybodySeesTheSame(@ForAll("steps") List<Step> steps) {
    var bench =
        new FeatureBench(
            List.of(
                Attendance::new,
                () -> new Goals(GoalLimits.DEFAULT),
                () -> new Standup(StandupLimits.DEFAULT)));
    Map<String, String> open = new HashMap<>();
    MEMBERS.forEach(member -> step(bench, new Step(member, "come", 0), open));
    steps.forEach(step -> step(bench, step, open));

    Map<String, String> seen = new HashMap<>();
    bench
        .view("goals")
        .path("goals")
        .valueStream()
        .filter(goal -> !goal.has("outcome"))
        .forEach(goal ->
            assertThat(seen.put(goal.path("memberId").asText(), goal.path("text").asText()))
                .isNull());
    assertThat(seen).isEqualTo(open);
    String live = bench.view("goals") + " " + bench.view("standup");
    bench.restart();
    assertThat(bench.view("goals") + " " + bench.view("standup")).isEqualTo(live);
    bench.restartWithoutSnapshots();
    assertThat(bench.view("goals") + " " + bench.view("standup")).isEqualTo(live);
  }

  private static void step(FeatureBench bench, Step step, Map<String, String> open) {
    String member = step.member();
    String text = "text " + step.number();
    switch (step.what()) {
      case "come" ->
          bench.execute(
              member, new AttendanceCommand.Came(new MemberId(member), null, Role.MEMBER));
      case "go" -> bench.execute(member, new AttendanceCommand.Went(new MemberId(member)));
      case "set" -> {
        bench.execute(member, new GoalCommand.SetGoal(text));
        open.put(member, text);
      }
      case "close" -> {
        String answer = bench.execute(member, new GoalCommand.CloseGoal(Outcome.NOT, text));
        assertThat(answer.equals("no-goal")).isEqualTo(open.remove(member) == null);
      }
      case "answer" -> bench.execute(member, new StandupCommand.Respond("", text, ""));
      case "start" -> bench.execute(member, new StandupCommand.Start(15, List.of()));
      case "next" -> bench.execute(member, new StandupCommand.Next(step.number() - 1));
      case "settle" -> bench.settle();
      default -> {
        boolean before = bench.view("session").isEmpty();
        bench.live(Duration.ofSeconds(50));
        if (!before && bench.view("session").isEmpty()) { // the session is over
          open.clear();
        }
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<String> what =
        Arbitraries.of(
            "come", "go", "set", "close", "set", "answer", "start", "next", "next", "settle",
            "pass");
    return Combinators.combine(Arbitraries.of(MEMBERS), what, Arbitraries.integers().between(0, 3))
        .as(Step::new)
        .list()
        .ofMaxSize(40);
  }
}
