package app.focusly.room.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A client that missed something gets just that, or the state.
class CatchUpTest {
  private final Bench bench = new Bench();

  @Test
  void whoMissedLittleIsServedFromMemory() {
    add(5);
    bench.setAnswersReads(false);
    bench.resume("ann", 3);
    bench.resume("ben", 5);

    assertThat(bench.heard()).containsExactly("ann: missed 4:n4 5:n5", "ben: missed ");
  }

  @Test
  void whoMissedMoreGetsPagesOfTheJournal() {
    add(40);
    bench.resume("ann", 0);
    bench.resume("ann", 10);

    var heard = bench.heard();
    assertThat(heard.get(0)).startsWith("ann: missed 1:n1 2:n2").endsWith("10:n10 and more");
    assertThat(heard.get(1)).startsWith("ann: missed 11:n11").endsWith("20:n20 and more");
  }

  @Test
  void thePagesLeadToTheEnd() {
    add(40);
    bench.resume("ann", 30);
    bench.restart();
    bench.resume("ben", 30);

    assertThat(bench.heard())
        .singleElement()
        .asString()
        .startsWith("ben: missed 31:n31")
        .endsWith("40:n40");
  }

  @Test
  void whoMissedTooMuchGetsTheState() {
    add(51);
    bench.resume("ann", 0);
    bench.resume("ben", 1);

    var heard = bench.heard();
    assertThat(heard.get(0)).startsWith("ann: state 51 ");
    assertThat(heard.get(1)).startsWith("ben: missed 2:n2");
  }

  @Test
  void whoComesFromAnotherEpochOrTheFutureGetsTheState() {
    add(2);
    bench.tell(new Input.Resume<>("ann", "another", 1));
    bench.resume("ben", 3);
    bench.resume("cem", -1);

    String state = "state 2 {\"1\":\"n1\",\"2\":\"n2\"}";
    assertThat(bench.heard()).containsExactly("ann: " + state, "ben: " + state, "cem: " + state);
  }

  @Test
  void nobodyGetsWhatIsNotDurable() {
    add(2);
    bench.add("ann", "later");
    bench.resume("ben", 1);
    assertThat(bench.heard()).isEmpty();

    bench.succeed();
    assertThat(bench.heard()).containsExactly("event 3", "ann: done 3", "ben: missed 2:n2 3:later");
  }

  @Test
  void aPageEndsWhereThePublishedEventsEnd() {
    add(40);
    bench.setAnswersReads(false);
    bench.resume("ben", 35);
    bench.resume("cem", 5);
    bench.add("ann", "n41");
    bench.succeed();
    bench.setAnswersReads(true);

    var heard = bench.heard();
    assertThat(heard.get(0)).startsWith("ben: missed 36:n36").endsWith("40:n40");
    assertThat(heard.subList(1, 3)).containsExactly("event 41", "ann: done 41");
    assertThat(heard.get(3)).startsWith("cem: missed 6:n6").endsWith("15:n15 and more");
  }

  @Test
  void redactedTextIsInNoPage() {
    add(3);
    bench.execute("ann", new Notes.Remove(2));
    bench.succeed();
    bench.heard();
    bench.resume("ben", 0);

    assertThat(bench.heard()).containsExactly("ben: missed 1:n1 2:- 3:n3 4:-");
  }

  @Test
  void aPageThatCannotBeReadIsAnAnswer() {
    add(40);
    bench.setReadable(false);
    bench.resume("ann", 0);

    assertThat(bench.heard()).containsExactly("trouble", "ann: storage-unavailable");
  }

  private void add(int count) {
    for (int i = 1; i <= count; i++) {
      bench.add("ann", "n" + i);
      bench.succeed();
    }
    bench.heard();
  }
}
