package app.focusly.room.ledger;

import app.focusly.room.history.Attendance;
import app.focusly.room.journal.JournalEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A ledger of attendance whose journal always works.
public final class Attendances {
  public static final Instant START = Bench.START;

  private final Bench bench =
      new Bench(new FeatureTable(List.of(Attendance::new)), LedgerLimits.DEFAULT);

  public void execute(Object command) {
    bench.execute("room", command);
    bench.succeedAll();
  }

  public void settle() {
    bench.tell(new Input.Settle<>());
    bench.succeedAll();
  }

  public void restart() {
    bench.restart();
  }

  public void pass(Duration time) {
    bench.pass(time);
  }

  public List<JournalEvent> events() {
    return bench.stored;
  }

  /// What a client gets of it.
  public String view() {
    bench.heard();
    return bench.state().path("session").toString();
  }
}
