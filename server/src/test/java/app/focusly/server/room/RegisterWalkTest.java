package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.MemberId;
import app.focusly.room.ledger.Recorded;
import app.focusly.testkit.FailingJournal;
import app.focusly.testkit.FailingJournal.Fault;
import app.focusly.testkit.MemoryJournal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Members come, speak and go on a journal that fails now and then. Who is there is written down
/// before what they do, and in the end the journal knows exactly who is.
class RegisterWalkTest {
  private static final List<String> MEMBERS = List.of("ann", "bea", "cem", "dan", "eve");
  private static final int STEPS = 300;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theJournalKnowsWhoIsThere(long seed) {
    var random = new Random(seed);
    var calm = new boolean[1];
    var journal =
        new FailingJournal(
            new MemoryJournal("epoch"),
            _ -> calm[0] || random.nextInt(6) > 0 ? Fault.NONE : fault(random));
    var bench = new RoomBench(journal);
    for (int step = 0; step < STEPS; step++) {
      step(bench, random);
    }
    calm[0] = true;
    bench.pass(Duration.ofMinutes(5));

    var present = new HashSet<String>();
    for (Recorded event : bench.happened()) {
      follow(event, present);
    }
    assertThat(present).isEqualTo(Set.copyOf(bench.members()));
  }

  private static Fault fault(Random random) {
    Fault[] faults = Fault.values();
    return faults[random.nextInt(faults.length)];
  }

  private static void step(RoomBench bench, Random random) {
    String member = MEMBERS.get(random.nextInt(MEMBERS.size()));
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> bench.join(member);
      case 3 -> bench.drop(member);
      case 4, 5 -> bench.say(member, "hello");
      case 6 -> {
        if (random.nextInt(5) == 0) {
          bench.room().forget(new MemberId(member), _ -> {});
        }
      }
      default -> bench.pass(Duration.ofMillis(random.nextInt(3_000)));
    }
  }

  private static void follow(Recorded event, Set<String> present) {
    String about = event.body().path("memberId").asText();
    switch (event.type()) {
      case "member-joined" -> assertThat(present.add(about)).as("%s", event).isTrue();
      case "member-left" -> assertThat(present.remove(about)).as("%s", event).isTrue();
      case "member-forgotten" -> present.remove(about);
      case "chat-sent" -> assertThat(present).contains(event.event().actor());
      default -> {}
    }
  }
}
