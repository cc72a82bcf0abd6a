package app.focusly.room.timer;

import app.focusly.room.MemberId;
import app.focusly.room.history.Attendance;
import app.focusly.room.history.AttendanceCommand;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.FeatureBench;
import app.focusly.room.member.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A room with a timer that is told in few words. Nobody is in it at first.
final class TimerRoom {
  static final Duration MINUTE = Duration.ofMinutes(1);
  static final Duration SECOND = Duration.ofSeconds(1);

  private final FeatureBench bench;

  TimerRoom() {
    this(TimerLimits.DEFAULT);
  }

  TimerRoom(TimerLimits limits) {
    bench = new FeatureBench(List.of(Attendance::new, () -> new Timer(limits)));
  }

  /// With Ann in it.
  static TimerRoom withAnn() {
    var room = new TimerRoom();
    room.come("ann");
    return room;
  }

  FeatureBench bench() {
    return bench;
  }

  void come(String member) {
    bench.execute(member, new AttendanceCommand.Came(new MemberId(member), null, Role.MEMBER));
  }

  void go(String member) {
    bench.execute(member, new AttendanceCommand.Went(new MemberId(member)));
  }

  String tell(TimerCommand command) {
    return bench.execute("ann", command);
  }

  String start() {
    return tell(new TimerCommand.Start(null, null));
  }

  String start(Phase phase) {
    return tell(new TimerCommand.Start(null, phase));
  }

  String configure(Settings settings) {
    Lengths lengths = settings.lengths();
    return tell(
        new TimerCommand.Configure(
            lengths.focus(),
            lengths.shortBreak(),
            lengths.longBreak(),
            lengths.rounds(),
            settings.autoAdvance(),
            settings.quietFocus()));
  }

  void autoAdvance() {
    configure(new Settings(Lengths.CLASSIC, true, false));
  }

  void live(Duration time) {
    bench.live(time);
  }

  void live(long minutes) {
    bench.live(Duration.ofMinutes(minutes));
  }

  /// The process dies now, and another one begins after this time. Who was there is expected back.
  void crash(Duration downtime) {
    bench.restart();
    bench.pass(downtime);
  }

  /// As [#crash], after which nobody is expected any more.
  void interrupt(Duration downtime) {
    Instant lastSeen = bench.now();
    crash(downtime);
    bench.execute(FeatureBench.SYSTEM, new AttendanceCommand.Interrupted(lastSeen));
  }

  /// A member has not come back after a crash.
  void miss(String member, Instant lastSeen) {
    bench.execute(member, new AttendanceCommand.Missing(new MemberId(member), lastSeen));
  }

  JsonNode view() {
    return bench.view("timer");
  }

  /// Where the timer is in few words, such as `focus 1, 25:00 to go`.
  String course() {
    JsonNode view = view();
    String phase = view.path("phase").asText();
    int round = view.path("round").intValue();
    if (phase.equals("idle")) {
      return "idle, then %s %d".formatted(view.path("next").asText(), round);
    }
    boolean paused = view.path("paused").booleanValue();
    long millis =
        paused
            ? view.path("remaining").longValue()
            : view.path("endsAt").longValue() - bench.now().toEpochMilli();
    return "%s%s %d, %s to go".formatted(paused ? "paused " : "", phase, round, clock(millis));
  }

  private static String clock(long millis) {
    String whole = "%02d:%02d".formatted(millis / 60_000, millis / 1_000 % 60);
    return millis % 1_000 == 0 ? whole : whole + ".%03d".formatted(millis % 1_000);
  }

  List<String> types() {
    return bench.events().stream().map(JournalEvent::type).toList();
  }

  /// The ends of phases by themselves.
  List<JournalEvent> ends() {
    return bench.events().stream()
        .filter(event -> event.type().equals("timer-phase-ended"))
        .toList();
  }

  long endedAt(JournalEvent end) {
    return bench.body(end).path("endedAt").longValue();
  }

  static long at(Duration sinceStart) {
    return FeatureBench.START.plus(sinceStart).toEpochMilli();
  }
}
