package app.focusly.room.ledger;

import app.focusly.room.Golden;
import app.focusly.room.journal.JournalEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// A ledger of some features whose journal always works, in a time that the test moves.
public final class FeatureBench {
  public static final Instant START = Bench.START;

  /// The actor of what nobody in particular does.
  public static final String SYSTEM = JournalEvent.SYSTEM;

  private final FeatureTable table;
  private final Bench bench;

  public FeatureBench(List<Supplier<? extends Feature<?>>> features) {
    this(new FeatureTable(features));
  }

  public FeatureBench(FeatureTable table) {
    this.table = table;
    bench = new Bench(table, LedgerLimits.DEFAULT);
  }

  /// The answer to a command: `done` and the number of the first event, or the code of the refusal.
  public String execute(String actor, Object command) {
    bench.heard();
    bench.execute(actor, command);
    bench.succeedAll();
    return bench.heard().stream()
        .filter(text -> text.startsWith(actor + ": "))
        .findFirst()
        .orElseThrow()
        .substring(actor.length() + 2);
  }

  /// Lets time pass, in which the ledger is woken when it wants to be.
  public void live(Duration time) {
    bench.live(time);
  }

  /// Lets time pass in which nothing runs.
  public void pass(Duration time) {
    bench.pass(time);
  }

  public Instant now() {
    return bench.now();
  }

  /// Writes a snapshot.
  public void settle() {
    bench.tell(new Input.Settle<>());
    bench.succeedAll();
  }

  /// The server starts again; nobody asks for anything yet.
  public void restart() {
    bench.restart();
  }

  /// The same, and whatever snapshots there are do not fit any more.
  public void restartWithoutSnapshots() {
    bench.snapshots.clear();
    bench.restart();
  }

  /// Brings events into the journal before anybody has read it.
  public void store(List<JournalEvent> events) {
    bench.stored.addAll(events);
  }

  public List<JournalEvent> events() {
    return bench.stored;
  }

  /// The last event's body.
  public JsonNode body() {
    return body(bench.stored.getLast());
  }

  /// An event's body as it would be written now.
  public ObjectNode body(JournalEvent event) {
    return table.read(event).body();
  }

  /// What a question is answered.
  public ObjectNode ask(String actor, Object question) {
    return (ObjectNode) Golden.parse(execute(actor, question).substring("shown ".length()));
  }

  /// What a client gets of a feature. Loads the ledger if need be.
  public JsonNode view(String feature) {
    bench.view("loader");
    bench.succeedAll();
    return bench.state().path(feature);
  }
}
