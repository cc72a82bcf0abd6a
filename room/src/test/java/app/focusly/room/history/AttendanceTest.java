package app.focusly.room.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.MemberId;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.FeatureBench;
import app.focusly.room.member.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttendanceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FeatureBench room = new FeatureBench(List.of(Attendance::new));

  @Test
  void aSessionLastsFromTheFirstComingToTheLastGoing() {
    come("ann");
    come("ben");
    go("ann");
    go("ben");
    room.live(Attendance.GRACE);

    assertThat(types())
        .containsExactly(
            "session-started",
            "member-joined",
            "member-joined",
            "member-left",
            "member-left",
            "session-ended");
    assertThat(room.body()).hasToString("{\"session\":1,\"endedAt\":" + at(3) + "}");
    JournalEvent end = room.events().getLast();
    assertThat(end.actor()).isEqualTo(FeatureBench.SYSTEM);
    assertThat(end.at()).isEqualTo(FeatureBench.START.plusSeconds(3).plus(Attendance.GRACE));
  }

  @Test
  void comingAndGoingTwiceIsNoNews() {
    come("ann");
    come("ann");
    go("ben");

    assertThat(room.events()).hasSize(2);
  }

  @Test
  void whoComesBackSoonGoesOnWithTheSession() {
    come("ann");
    go("ann");
    room.live(Attendance.GRACE.minus(SECOND.multipliedBy(2)));
    come("ann");
    room.live(Attendance.GRACE);

    assertThat(types())
        .containsExactly("session-started", "member-joined", "member-left", "member-joined");
    assertThat(view()).isEqualTo("{\"session\":1,\"startedAt\":" + at(0) + "}");
  }

  @Test
  void theNextSessionIsAnotherOne() {
    come("ann");
    go("ann");
    room.live(Attendance.GRACE);
    come("ann");

    assertThat(view()).isEqualTo("{\"session\":5,\"startedAt\":" + at(122) + "}");
  }

  @Test
  void whoComesBeforeTheAlarmButAfterTheEndBeginsAnotherSession() {
    come("ann");
    go("ann");
    room.pass(Attendance.GRACE);
    come("ben");

    assertThat(types().subList(3, 6))
        .containsExactly("session-ended", "session-started", "member-joined");
    assertThat(room.body(room.events().get(3)))
        .hasToString("{\"session\":1,\"endedAt\":" + at(1) + "}");
  }

  @Test
  void afterACrashTheMissingEndsAreWritten() {
    come("ann");
    come("ben");
    room.restart();
    room.pass(Duration.ofHours(1));
    interrupted(60);

    assertThat(room.events().subList(3, 6))
        .extracting(JournalEvent::body)
        .containsExactly(
            "{\"memberId\":\"ann\",\"leftAt\":" + at(60) + "}",
            "{\"memberId\":\"ben\",\"leftAt\":" + at(60) + "}",
            "{\"session\":1,\"endedAt\":" + at(60) + "}");
    assertThat(view()).isEqualTo("{}");
  }

  @Test
  void aShortCrashDoesNotEndTheSession() {
    come("ann");
    room.restart();
    room.pass(Duration.ofSeconds(9));
    interrupted(1);
    come("ann");
    room.live(Attendance.GRACE);

    assertThat(types())
        .containsExactly("session-started", "member-joined", "member-left", "member-joined");
  }

  @Test
  void aSessionThatNobodyCameBackToEndsAfterACrashToo() {
    come("ann");
    go("ann");
    room.restart();
    room.pass(Duration.ofHours(1));
    interrupted(0);

    assertThat(types().subList(2, 4)).containsExactly("member-left", "session-ended");
    assertThat(room.body()).hasToString("{\"session\":1,\"endedAt\":" + at(1) + "}");
  }

  @Test
  void nobodyLeavesBeforeTheyCame() {
    come("ann");
    interrupted(-60);

    assertThat(room.body()).hasToString("{\"memberId\":\"ann\",\"leftAt\":" + at(0) + "}");
  }

  @Test
  void aQuietRestartWritesNothing() {
    come("ann");
    go("ann");
    room.live(Attendance.GRACE);
    room.restart();
    interrupted(0);

    assertThat(room.events()).hasSize(4);
  }

  @Test
  void survivesASnapshot() {
    come("ann");
    go("ann");
    room.settle();
    room.restart();
    view();
    room.live(Attendance.GRACE);

    assertThat(room.body()).hasToString("{\"session\":1,\"endedAt\":" + at(1) + "}");
  }

  private void come(String member) {
    room.execute(member, new AttendanceCommand.Came(new MemberId(member), null, Role.MEMBER));
    room.live(SECOND);
  }

  private void go(String member) {
    room.execute(member, new AttendanceCommand.Went(new MemberId(member)));
    room.live(SECOND);
  }

  private void interrupted(long second) {
    var lastSeen = FeatureBench.START.plusSeconds(second);
    room.execute(FeatureBench.SYSTEM, new AttendanceCommand.Interrupted(lastSeen));
  }

  private List<String> types() {
    return room.events().stream().map(JournalEvent::type).toList();
  }

  private String view() {
    return room.view("session").toString();
  }

  private static long at(long second) {
    return FeatureBench.START.plusSeconds(second).toEpochMilli();
  }
}
