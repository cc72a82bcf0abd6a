package app.focusly.room.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.JournalEvent;
import org.junit.jupiter.api.Test;

/// Events that another version of the program wrote.
class OldEventsTest {
  private final Bench bench = new Bench();

  @Test
  void anOlderBodyIsReadAsOneOfNow() {
    store("noted", 1, "{\"t\":\"old\"}");
    store("noted", 2, "{\"text\":\"new\"}");
    bench.view("ann");
    bench.resume("ben", 0);

    assertThat(bench.heard())
        .containsExactly("ann: state 2 {\"1\":\"old\",\"2\":\"new\"}", "ben: missed 1:old 2:new");
  }

  @Test
  void aNewerBodyIsNotGuessedAt() {
    store("noted", 3, "{}");
    bench.view("ann");

    assertThat(bench.heard()).containsExactly("trouble", "ann: storage-unavailable");
  }

  @Test
  void anUnknownEventIsNotLeftOut() {
    store("launched", 1, "{}");
    bench.view("ann");

    assertThat(bench.heard()).containsExactly("trouble", "ann: storage-unavailable");
  }

  @Test
  void aBodyThatIsNoObjectIsReported() {
    store("noted", 2, "[1,");
    bench.view("ann");

    assertThat(bench.heard()).containsExactly("trouble", "ann: storage-unavailable");
  }

  private void store(String type, int version, String body) {
    bench.stored.add(
        new JournalEvent(bench.stored.size() + 1, Bench.START, "ann", type, version, body, null));
  }
}
