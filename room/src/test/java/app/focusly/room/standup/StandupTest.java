package app.focusly.room.standup;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.FeatureLimits;
import app.focusly.room.MemberId;
import app.focusly.room.RoomFeatures;
import app.focusly.room.access.AccessCommand;
import app.focusly.room.access.Template;
import app.focusly.room.history.Attendance;
import app.focusly.room.history.AttendanceCommand;
import app.focusly.room.ledger.FeatureBench;
import app.focusly.room.member.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A stand-up that Ann owns, with Ben and Cem.
class StandupTest {
  private final FeatureBench bench =
      new FeatureBench(new RoomFeatures(FeatureLimits.DEFAULT).table());

  @BeforeEach
  void everybodyComes() {
    bench.execute("ann", new AccessCommand.Create(Template.STAND_UP, null, new MemberId("ann")));
    List.of("ann", "ben", "cem").forEach(this::come);
  }

  @Test
  void whoLeadsTheTimerBeginsARound() {
    assertThat(start("ben")).isEqualTo("not-permitted");
    assertThat(start("ann")).startsWith("done");
    assertThat(start("ann")).isEqualTo("standup-running");
    assertThat(order()).isEqualTo("[\"ann\",\"ben\",\"cem\"]");
  }

  @Test
  void whoSpeaksAndWhoLeadsPassOn() {
    start("ann");

    assertThat(next("ben")).isEqualTo("not-permitted");
    next("ann");
    assertThat(index()).isEqualTo(1);
    assertThat(next("cem")).isEqualTo("not-permitted");
    assertThat(bench.execute("ben", new StandupCommand.End())).isEqualTo("not-permitted");
    next("ben");
    assertThat(index()).isEqualTo(2);
    assertThat(next("ben")).isEqualTo("not-permitted");
    next("ann");
    assertThat(bench.view("standup").path("round").isNull()).isTrue();
    assertThat(next("ann")).isEqualTo("no-standup");
    assertThat(bench.execute("ann", new StandupCommand.End())).isEqualTo("no-standup");
  }

  @Test
  void twoWhoPassOnAtOncePassOnOnce() {
    start("ann");
    bench.execute("ann", new StandupCommand.Next(0));

    bench.execute("ann", new StandupCommand.Next(0));
    assertThat(index()).isEqualTo(1);
  }

  @Test
  void whoIsGoneIsPassedOver() {
    start("ann");
    go("ben");
    next("ann");
    assertThat(index()).isEqualTo(2);

    go("cem");
    come("cem");
    next("cem");
    assertThat(bench.view("standup").path("round").isNull()).isTrue();
  }

  @Test
  void eachSpeakerHasTheWholeTimeAndNobodyIsStopped() {
    start("ann");
    bench.live(Duration.ofMinutes(7));
    next("ann");

    var round = bench.view("standup").path("round");
    assertThat(index()).isEqualTo(1);
    assertThat(round.path("startedAt").longValue()).isEqualTo(bench.now().toEpochMilli());
    assertThat(round.path("endsAt").longValue())
        .isEqualTo(bench.now().plusSeconds(30).toEpochMilli());
  }

  @Test
  void onlyWhoIsThereIsInAnOrder() {
    assertThat(bench.execute("ann", new StandupCommand.Start(30, List.of("cem", "dan"))))
        .isEqualTo("unknown-member");
    bench.execute("ann", new StandupCommand.Start(30, List.of("cem", "ann")));
    assertThat(order()).isEqualTo("[\"cem\",\"ann\"]");
  }

  @Test
  void aSecondAnswerReplacesTheFirst() {
    answer("ben", "one");
    answer("cem", "two");
    answer("ben", "three");
    int events = bench.events().size();
    answer("ben", "three");

    assertThat(bench.events()).hasSize(events);
    assertThat(bench.view("standup").path("answers").valueStream().map(each -> each.path("today")))
        .map(Object::toString)
        .containsExactly("\"two\"", "\"three\"");
  }

  @Test
  void theOldestAnswerMakesWay() {
    for (int i = 0; i <= Standup.KEPT; i++) {
      answer("member " + i, "today");
    }

    var answers = bench.view("standup").path("answers");
    assertThat(answers).hasSize(Standup.KEPT);
    assertThat(answers.path(0).path("memberId").textValue()).isEqualTo("member 1");
  }

  @Test
  void theSessionsEndEndsIt() {
    answer("ben", "one");
    start("ann");
    List.of("ann", "ben", "cem").forEach(this::go);
    bench.live(Attendance.GRACE);

    assertThat(bench.view("standup").toString()).isEqualTo("{\"answers\":[],\"round\":null}");
  }

  @Test
  void itIsTheSameFromASnapshotAndFromTheEvents() {
    answer("ben", "one");
    start("ann");
    next("ann");
    go("ann");
    var view = bench.view("standup");
    bench.settle();

    bench.restart();
    assertThat(bench.view("standup")).isEqualTo(view);
    next("ben");
    assertThat(index()).isEqualTo(2);
    bench.restartWithoutSnapshots();
    assertThat(index()).isEqualTo(2);
  }

  private void come(String member) {
    bench.execute(member, new AttendanceCommand.Came(new MemberId(member), null, Role.MEMBER));
  }

  private void go(String member) {
    bench.execute(member, new AttendanceCommand.Went(new MemberId(member)));
  }

  private String start(String member) {
    return bench.execute(member, new StandupCommand.Start(30, List.of()));
  }

  private String next(String member) {
    return bench.execute(member, new StandupCommand.Next(-1));
  }

  private void answer(String member, String today) {
    bench.execute(member, new StandupCommand.Respond("", today, ""));
  }

  private int index() {
    return bench.view("standup").at("/round/index").intValue();
  }

  private String order() {
    return bench.view("standup").at("/round/order").toString();
  }
}
