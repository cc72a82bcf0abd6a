package app.focusly.room.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.HistoryRow;
import app.focusly.room.journal.JournalEvent;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a member is credited with for focusing, told by a room's events.
class CreditTest {
  private static final Duration FOCUS = Duration.ofMinutes(25);

  private final List<HistoryRow> rows = new ArrayList<>();
  private SessionLog log = new SessionLog();
  private long seq;
  private Instant now = Instant.parse("2026-06-01T09:00:00Z");
  private Instant endsAt = now;

  @Test
  void aWholePhaseCountsAndIsCompleted() {
    begin("ann", "UTC");
    focus();
    passes(FOCUS);
    ends();

    assertThat(credits()).containsExactly("ann 2026-06-01 25:00 completed");
    assertThat(rows).contains(new HistoryRow.Ran(1, FOCUS.toMillis(), true));
  }

  @Test
  void whoComesLateOrLeavesEarlyGetsTheirPart() {
    begin("ann", "UTC");
    comes("ben", "UTC");
    focus();
    passes(Duration.ofMinutes(10));
    comes("cem", "UTC");
    goes("ben");
    passes(Duration.ofMinutes(15));
    ends();

    assertThat(credits())
        .containsExactlyInAnyOrder(
            "ben 2026-06-01 10:00",
            "ann 2026-06-01 25:00 completed",
            "cem 2026-06-01 15:00 completed");
  }

  @Test
  void aPauseDoesNotCount() {
    begin("ann", "UTC");
    focus();
    passes(Duration.ofMinutes(5));
    tell("timer-paused", timer(null));
    passes(Duration.ofHours(1));
    endsAt = now.plus(Duration.ofMinutes(20));
    tell("timer-resumed", timer(endsAt));
    passes(Duration.ofMinutes(20));
    ends();

    assertThat(credits()).containsExactly("ann 2026-06-01 05:00", "ann 2026-06-01 20:00 completed");
  }

  @Test
  void whatIsSkippedOrResetCountsButIsNotCompleted() {
    begin("ann", "UTC");
    focus();
    passes(Duration.ofMinutes(7));
    tell("timer-skipped", idle());
    focus();
    passes(Duration.ofMinutes(3));
    tell("timer-reset", idle());

    assertThat(credits()).containsExactly("ann 2026-06-01 07:00", "ann 2026-06-01 03:00");
    assertThat(rows).contains(new HistoryRow.Ran(1, Duration.ofMinutes(3).toMillis(), false));
  }

  @Test
  void anExtendedPhaseIsOne() {
    begin("ann", "UTC");
    focus();
    passes(Duration.ofMinutes(20));
    endsAt = endsAt.plus(Duration.ofMinutes(5));
    tell("timer-extended", timer(endsAt));
    passes(Duration.ofMinutes(10));
    ends();

    assertThat(credits()).containsExactly("ann 2026-06-01 30:00 completed");
  }

  @Test
  void aPhaseOverMidnightIsCutAtTheMembersOwnMidnight() {
    now = Instant.parse("2026-06-01T21:50:00Z"); // 23:50 in Berlin
    begin("ann", "Europe/Berlin");
    comes("ben", "UTC");
    focus();
    passes(FOCUS);
    ends();

    assertThat(credits())
        .containsExactlyInAnyOrder(
            "ann 2026-06-01 10:00",
            "ann 2026-06-02 15:00 completed",
            "ben 2026-06-01 25:00 completed");
  }

  @Test
  void theNightInWhichClocksGoForwardHasNoHourMore() {
    now = Instant.parse("2026-03-29T00:50:00Z"); // 01:50, ten minutes before it becomes 03:00
    begin("ann", "Europe/Berlin");
    focus();
    passes(FOCUS);
    ends();

    assertThat(credits()).containsExactly("ann 2026-03-29 25:00 completed");
  }

  @Test
  void theNightInWhichClocksGoBackHasItsMidnightWhereItIs() {
    now = Instant.parse("2026-10-24T21:50:00Z"); // 23:50 of summer time; the day after has 25 hours
    begin("ann", "Europe/Berlin");
    focus();
    passes(FOCUS);
    ends();
    now = Instant.parse("2026-10-25T22:50:00Z"); // 23:50 of winter time
    focus();
    passes(FOCUS);
    ends();

    assertThat(credits())
        .containsExactly(
            "ann 2026-10-24 10:00",
            "ann 2026-10-25 15:00 completed",
            "ann 2026-10-25 10:00",
            "ann 2026-10-26 15:00 completed");
  }

  @Test
  void aMidnightThatThereIsNotIsTheFirstMomentOfTheDay() {
    now =
        Instant.parse("2026-09-06T03:50:00Z"); // in Santiago 00:00 to 01:00 of this day is left out
    begin("ann", "America/Santiago");
    focus();
    passes(FOCUS);
    ends();

    assertThat(credits()).containsExactly("ann 2026-09-05 10:00", "ann 2026-09-06 15:00 completed");
  }

  @Test
  void twoTabsCountOnce() {
    begin("ann", "UTC");
    focus();
    passes(Duration.ofMinutes(5));
    comes("ann", "UTC"); // an event that there should never be
    passes(Duration.ofMinutes(20));
    ends();

    assertThat(credits()).containsExactly("ann 2026-06-01 25:00 completed");
  }

  @Test
  void aServerThatStartsAgainInMidPhaseGoesOn() {
    begin("ann", "Europe/Berlin");
    focus();
    passes(Duration.ofMinutes(10));
    ObjectNode state = log.snapshot();
    log = new SessionLog();
    log.restore(state);
    passes(Duration.ofMinutes(15));
    ends();

    assertThat(credits()).containsExactly("ann 2026-06-01 25:00 completed");
    assertThat(log.snapshot().path("session").longValue()).isEqualTo(1);
  }

  @Test
  void afterACrashThoseWhoWereThereAreCreditedUpToTheLastCheckpoint() {
    begin("ann", "UTC");
    focus();
    Instant checkpoint = now.plus(Duration.ofMinutes(9));
    passes(Duration.ofHours(3));
    tell("member-left", member("ann").put("leftAt", checkpoint.toEpochMilli()));
    tell("timer-phase-ended", idle().put("ended", "focus").put("endedAt", endsAt.toEpochMilli()));

    assertThat(credits()).containsExactly("ann 2026-06-01 09:00");
    assertThat(rows).contains(new HistoryRow.Ran(1, Duration.ofMinutes(9).toMillis(), false));
  }

  @Test
  void nothingCountsBeyondThePhasesEnd() {
    begin("ann", "UTC");
    focus();
    passes(FOCUS.plusMinutes(30)); // it is noticed late
    goes("ann");

    assertThat(credits()).containsExactly("ann 2026-06-01 25:00 completed");
  }

  @Test
  void theNextPhaseThatBeginsByItselfCountsFromItsBeginning() {
    begin("ann", "UTC");
    focus();
    passes(FOCUS);
    Instant then = now;
    ObjectNode body = timer(then.plus(FOCUS)).put("ended", "shortBreak");
    passes(Duration.ofSeconds(5)); // that the break is over is noticed later
    tell("timer-phase-ended", idle().put("ended", "focus").put("endedAt", then.toEpochMilli()));
    endsAt = then.plus(FOCUS);
    tell("timer-phase-ended", body.put("endedAt", then.toEpochMilli()));
    passes(FOCUS.minusSeconds(5));
    ends();

    assertThat(credits())
        .containsExactly("ann 2026-06-01 25:00 completed", "ann 2026-06-01 25:00 completed");
  }

  @Test
  void anUnknownZoneCountsAsUtc() {
    begin("ann", "Mars/Olympus");
    focus();
    passes(FOCUS);
    ends();

    assertThat(credits()).containsExactly("ann 2026-06-01 25:00 completed");
  }

  @Test
  void focusIsOfTheTaskThatTheMemberWorksOn() {
    begin("ann", "UTC");
    works("ann", 5);
    focus();
    passes(Duration.ofMinutes(10));
    works("ann", 6);
    passes(Duration.ofMinutes(8));
    tell("task-moved", about(6).put("column", "done"));
    passes(Duration.ofMinutes(7));
    ends();

    assertThat(credits())
        .containsExactly(
            "ann 2026-06-01 10:00 task 5",
            "ann 2026-06-01 08:00 task 6",
            "ann 2026-06-01 07:00 completed");
  }

  @Test
  void aTaskOutlastsAnAbsenceAndAServerButNotTheSession() {
    begin("ann", "UTC");
    works("ann", 5);
    goes("ann");
    SessionLog before = log;
    log = new SessionLog();
    log.restore(before.snapshot());
    comes("ann", "UTC");
    focus();
    passes(FOCUS);
    ends();
    goes("ann");
    tell("session-ended", JsonNodeFactory.instance.objectNode());
    begin("ann", "UTC");
    focus();
    passes(FOCUS);
    ends();

    assertThat(credits())
        .containsExactly("ann 2026-06-01 25:00 completed task 5", "ann 2026-06-01 25:00 completed");
  }

  @Test
  void whoIsForgottenIsCreditedNoMore() {
    begin("ann", "UTC");
    comes("ben", "UTC");
    focus();
    tell("member-forgotten", member("ann"));
    passes(FOCUS);
    ends();

    assertThat(credits()).containsExactly("ben 2026-06-01 25:00 completed");
    assertThat(rows).contains(new HistoryRow.MemberForgotten("ann"));
  }

  private void begin(String memberId, String zone) {
    tell("session-started", JsonNodeFactory.instance.objectNode());
    comes(memberId, zone);
  }

  private void comes(String memberId, String zone) {
    tell("member-joined", member(memberId).put("role", "member").put("timeZone", zone));
  }

  private void goes(String memberId) {
    tell("member-left", member(memberId).put("leftAt", now.toEpochMilli()));
  }

  private void works(String memberId, long task) {
    tell("task-worked", member(memberId).put("taskId", task));
  }

  private static ObjectNode about(long task) {
    return JsonNodeFactory.instance.objectNode().put("taskId", task);
  }

  private void focus() {
    endsAt = now.plus(FOCUS);
    tell("timer-started", timer(endsAt));
  }

  private void ends() {
    tell("timer-phase-ended", idle().put("ended", "focus").put("endedAt", endsAt.toEpochMilli()));
  }

  private void passes(Duration time) {
    now = now.plus(time);
  }

  private void tell(String type, ObjectNode body) {
    seq++;
    var event = new JournalEvent(seq, now, "ann", type, 1, body.toString(), null);
    rows.addAll(log.follow(event, body));
  }

  private List<String> credits() {
    return rows.stream()
        .filter(HistoryRow.Focused.class::isInstance)
        .map(HistoryRow.Focused.class::cast)
        .map(CreditTest::text)
        .toList();
  }

  private static String text(HistoryRow.Focused row) {
    long seconds = row.millis() / 1000;
    return "%s %s %02d:%02d%s%s"
        .formatted(
            row.memberId(),
            row.day(),
            seconds / 60,
            seconds % 60,
            row.completed() ? " completed" : "",
            row.task() == 0 ? "" : " task " + row.task());
  }

  private static ObjectNode member(String memberId) {
    return JsonNodeFactory.instance.objectNode().put("memberId", memberId);
  }

  private static ObjectNode timer(@Nullable Instant endsAt) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("timer")
        .put("phase", "focus")
        .put("endsAt", endsAt == null ? null : (Long) endsAt.toEpochMilli());
    return body;
  }

  private static ObjectNode idle() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("timer").put("phase", "idle").putNull("endsAt");
    return body;
  }
}
