package app.focusly.room.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.Golden;
import app.focusly.room.MemberId;
import app.focusly.room.history.Attendance;
import app.focusly.room.history.AttendanceCommand;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.member.MemberName;
import app.focusly.room.member.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Journals that stand somewhere are read for ever, and what is written now is what the examples
/// say.
class GoldenJournalTest {
  private static final JsonNode SESSION =
      Golden.parse(Golden.text("protocol/journal/session.json"));

  private final Bench bench =
      new Bench(new FeatureTable(List.of(Attendance::new)), LedgerLimits.DEFAULT);

  @Test
  void theEventsComeToTheView() {
    bench.stored.addAll(events());
    bench.view("ann");

    assertThat(bench.state().path("session")).hasToString(SESSION.path("view").toString());
  }

  @Test
  void theEventsOfNowAreThese() {
    come("ann", "Ann", Role.OWNER);
    come("ben", null, Role.GUEST);
    go("ann");
    go("ben");
    bench.live(Attendance.GRACE);
    come("ann", null, Role.OWNER);

    assertThat(bench.stored).isEqualTo(events());
  }

  private void come(String member, @Nullable String name, Role role) {
    var memberName = name == null ? null : new MemberName(name);
    execute(member, new AttendanceCommand.Came(new MemberId(member), memberName, role));
  }

  private void go(String member) {
    execute(member, new AttendanceCommand.Went(new MemberId(member)));
  }

  private void execute(String member, AttendanceCommand command) {
    bench.execute(member, command);
    bench.succeedAll();
    bench.pass(Duration.ofSeconds(1));
  }

  private static List<JournalEvent> events() {
    return StreamSupport.stream(SESSION.path("events").spliterator(), false)
        .map(GoldenJournalTest::event)
        .toList();
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
