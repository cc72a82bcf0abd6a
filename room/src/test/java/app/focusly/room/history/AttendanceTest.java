package app.focusly.room.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.MemberId;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.Attendances;
import app.focusly.room.member.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttendanceTest {
  private final Attendances room = new Attendances();

  @Test
  void aSessionLastsFromTheFirstComingToTheLastGoing() {
    come("ann");
    come("ben");
    go("ann");
    go("ben");

    assertThat(room.events())
        .extracting(JournalEvent::type)
        .containsExactly(
            "session-started",
            "member-joined",
            "member-joined",
            "member-left",
            "member-left",
            "session-ended");
    assertThat(room.events().getLast().body())
        .isEqualTo("{\"session\":1,\"endedAt\":" + at(3) + "}");
  }

  @Test
  void comingAndGoingTwiceIsNoNews() {
    come("ann");
    come("ann");
    go("ben");

    assertThat(room.events()).hasSize(2);
  }

  @Test
  void theNextSessionIsAnotherOne() {
    come("ann");
    go("ann");
    come("ann");

    assertThat(room.view()).isEqualTo("{\"session\":5,\"startedAt\":" + at(2) + "}");
  }

  @Test
  void afterACrashTheMissingEndsAreWritten() {
    come("ann");
    come("ben");
    room.restart();
    room.execute(new AttendanceCommand.Interrupted(Attendances.START.plusSeconds(60)));

    assertThat(room.events().subList(3, 6))
        .extracting(JournalEvent::body)
        .containsExactly(
            "{\"memberId\":\"ann\",\"leftAt\":" + at(60) + "}",
            "{\"memberId\":\"ben\",\"leftAt\":" + at(60) + "}",
            "{\"session\":1,\"endedAt\":" + at(60) + "}");
    assertThat(room.view()).isEqualTo("{}");
  }

  @Test
  void nobodyLeavesBeforeTheyCame() {
    come("ann");
    room.execute(new AttendanceCommand.Interrupted(Attendances.START.minusSeconds(60)));

    assertThat(room.events().get(2).body())
        .isEqualTo("{\"memberId\":\"ann\",\"leftAt\":" + at(0) + "}");
  }

  @Test
  void aQuietRestartWritesNothing() {
    come("ann");
    go("ann");
    room.restart();
    room.execute(new AttendanceCommand.Interrupted(Attendances.START));

    assertThat(room.events()).hasSize(4);
  }

  @Test
  void survivesASnapshot() {
    come("ann");
    room.settle();
    room.restart();
    come("ann");
    go("ann");

    assertThat(room.events()).hasSize(4);
  }

  private void come(String member) {
    room.execute(new AttendanceCommand.Came(new MemberId(member), null, Role.MEMBER));
    room.pass(Duration.ofSeconds(1));
  }

  private void go(String member) {
    room.execute(new AttendanceCommand.Went(new MemberId(member)));
    room.pass(Duration.ofSeconds(1));
  }

  private static long at(long second) {
    return Attendances.START.plusSeconds(second).toEpochMilli();
  }
}
