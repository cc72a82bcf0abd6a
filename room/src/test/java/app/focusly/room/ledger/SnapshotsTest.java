package app.focusly.room.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.StreamSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotsTest {
  private final Bench bench = new Bench();

  @Test
  void oneIsMadeEverySoManyEvents() {
    add(250);

    assertThat(bench.snapshots).containsOnlyKeys(100L, 200L);
  }

  @Test
  void itHasWhatTheEventsComeTo() {
    add(150);
    bench.view("ann");
    var before = bench.heard();
    bench.restart();
    bench.view("ann");

    assertThat(bench.heard()).isEqualTo(before);
  }

  @Test
  void oneThatHoldsARedactedEventIsVoidedAndMadeAnewSoon() {
    add(120);
    remove(7);
    assertThat(bench.snapshots).isEmpty();

    add(8);
    assertThat(bench.snapshots).isEmpty();
    add(2);
    assertThat(bench.snapshots).containsOnlyKeys(131L);
    assertThat(bench.snapshots.lastEntry().getValue().state()).doesNotContain("\"7\"");
  }

  @Test
  void manyRedactionsDoNotMakeOneEach() {
    add(120);
    for (int note = 1; note <= 9; note++) {
      remove(note);
    }

    assertThat(bench.snapshots).isEmpty();
  }

  @Test
  void settlingMakesOneOutOfTurn() {
    add(3);
    bench.tell(new Input.Settle<>());
    bench.succeed();
    bench.tell(new Input.Settle<>());

    assertThat(bench.snapshots).containsOnlyKeys(3L);
    assertThat(bench.isAppending()).isFalse();
    assertThat(bench.isIdle()).isTrue();
  }

  @Test
  void oneThatCannotBeReadIsReportedAndTheEventsAreRead() {
    add(120);
    bench.snapshots.put(100L, new StreamSnapshot(100, "{\"format\":\"notes 1\\n\"}"));
    bench.restart();
    bench.view("ann");

    var heard = bench.heard();
    assertThat(heard.getFirst()).isEqualTo("trouble");
    assertThat(heard.getLast()).startsWith("ann: state 120 ").contains("\"1\":\"n\"");
  }

  @Test
  void oneOfAnotherFormatIsLeftUnread() {
    add(120);
    bench.snapshots.put(100L, new StreamSnapshot(100, "{\"format\":\"notes 0\\n\"}"));
    bench.restart();
    bench.view("ann");

    assertThat(bench.heard())
        .singleElement()
        .asString()
        .startsWith("ann: state 120 ")
        .contains("\"1\":\"n\"");
  }

  @Test
  void theFormatNamesEveryFeature() {
    assertThat(new FeatureTable(List.of(Notes::new)).format()).isEqualTo("notes 1\n");
  }

  private void add(int count) {
    for (int i = 0; i < count; i++) {
      bench.add("ann", "n");
      bench.succeed();
    }
    bench.heard();
  }

  private void remove(long note) {
    bench.execute("ann", new Notes.Remove(note));
    bench.succeed();
    bench.heard();
  }
}
