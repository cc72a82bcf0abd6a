package app.focusly.room.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.history.Retention;
import app.focusly.room.journal.JournalEvent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is a day old is overwritten in the journal, and nothing else is.
class RetentionTest {
  private static final FeatureTable TABLE =
      new FeatureTable(
          List.of(Notes::new, () -> new Retention(Duration.ofHours(24), Set.of("noted"))));

  private final Bench bench = new Bench(TABLE, LedgerLimits.DEFAULT);

  @Test
  void oldEventsAreOverwrittenOnce() {
    add("first");
    add("second");
    wakeAfter(Duration.ofHours(3));
    add("young");
    assertThat(bodies()).containsExactly("first", "second", "young");

    wakeAfter(Duration.ofHours(22));
    assertThat(bodies()).containsExactly("", "", "young", "");
    assertThat(bench.stored.getLast().type()).isEqualTo(Retention.FORGOTTEN);
    assertThat(bench.stored.getLast().body()).isEqualTo("{\"through\":2}");

    wakeAfter(Duration.ofHours(2));
    assertThat(bench.stored).hasSize(4);
    wakeAfter(Duration.ofHours(1));
    assertThat(bodies()).containsExactly("", "", "", "", "");
  }

  @Test
  void otherEventsStay() {
    add("first");
    bench.execute("ann", new Notes.Remove(1));
    bench.succeedAll();
    add("second");
    wakeAfter(Duration.ofHours(26));

    assertThat(bench.stored)
        .extracting(JournalEvent::body)
        .containsExactly("{}", "{\"note\":1}", "{}", "{\"through\":3}");
  }

  @Test
  void theTimeIsAnnounced() {
    add("first"); // at nine; the hour ends at ten
    assertThat(bench.heard()).contains("wake at " + Duration.ofHours(25).toSeconds());
  }

  @Test
  void survivesASnapshot() {
    add("first");
    bench.tell(new Input.Settle<>());
    bench.succeedAll();
    bench.restart();
    bench.view("ann");
    wakeAfter(Duration.ofHours(26));

    assertThat(bodies()).containsExactly("", "");
    assertThat(bench.snapshots).isEmpty();
  }

  private void add(String text) {
    bench.add("ann", text);
    bench.succeedAll();
  }

  private void wakeAfter(Duration time) {
    bench.pass(time);
    bench.tell(new Input.Wake<>());
    bench.succeedAll();
  }

  private List<String> bodies() {
    return bench.stored.stream()
        .map(event -> Notes.TABLE.type("noted").name().equals(event.type()) ? event : null)
        .map(event -> event == null ? "" : event.body().replaceAll("[{}\":]|text", ""))
        .toList();
  }
}
