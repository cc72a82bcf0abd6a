package app.focusly.room.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.JournalEvent;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Of several things whose time has come, the one whose time came first happens first, and the
/// others are asked for only then: it may have put an end to them.
class WakingOrderTest {

  /// Rings once, unless the other bell rings before.
  private static final class Bell implements Feature<Void>, Feature.Waking {
    private final String name;
    private final Instant at;
    private final String other;
    private boolean silent;

    Bell(String name, long second, String other) {
      this.name = name;
      at = Bench.START.plusSeconds(second);
      this.other = other;
    }

    @Override
    public Description<Void> description() {
      return new Description<>(
          name, 1, Void.class, List.of(EventType.of(name + "-rang")), Set.of(other + "-rang"));
    }

    @Override
    public Decision decide(Void command, Act act) {
      return Decision.happens();
    }

    @Override
    public void apply(Recorded recorded) {
      silent = true;
    }

    @Override
    public Optional<Instant> wakesAt() {
      return silent ? Optional.empty() : Optional.of(at);
    }

    @Override
    public List<Draft> wake(Act act) {
      return List.of(Draft.of(name + "-rang", view()));
    }

    @Override
    public ObjectNode snapshot() {
      return view().put("silent", silent);
    }

    @Override
    public void restore(ObjectNode state) {
      silent = state.path("silent").booleanValue();
    }

    @Override
    public ObjectNode view() {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  @Test
  void theFirstOneSilencesTheSecond() {
    assertThat(rung(20, 10)).containsExactly("low-rang");
    assertThat(rung(10, 20)).containsExactly("high-rang");
  }

  @Test
  void ofTwoAtATimeTheOneThatIsListedFirstIsFirst() {
    assertThat(rung(10, 10)).containsExactly("high-rang");
  }

  private static List<String> rung(long high, long low) {
    var table =
        new FeatureTable(
            List.of(() -> new Bell("high", high, "low"), () -> new Bell("low", low, "high")));
    var bench = new Bench(table, Bench.LIMITS);
    bench.view("ann");
    bench.pass(Duration.ofSeconds(30));
    bench.tell(new Input.Wake<>());
    bench.succeedAll();
    return bench.stored.stream().map(JournalEvent::type).toList();
  }
}
