package app.focusly.room.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Features know each other's events, and nothing else of each other.
class ReactionTest {

  /// Counts notes, and says so at each second one.
  private static final class Counter implements Feature<Void>, Feature.Reacting {
    private static final Description<Void> DESCRIPTION =
        new Description<>(
            "counter", 1, Void.class, List.of(EventType.of("counted")), Set.of("noted"));
    private int count;

    @Override
    public Description<Void> description() {
      return DESCRIPTION;
    }

    @Override
    public Decision decide(Void command, Act act) {
      return Decision.happens();
    }

    @Override
    public void apply(Recorded recorded) {
      if (recorded.type().equals("noted")) {
        count++;
      }
    }

    @Override
    public List<Draft> react(Recorded recorded, Act act) {
      return recorded.type().equals("noted") && count % 2 == 0
          ? List.of(Draft.of("counted", snapshot()))
          : List.of();
    }

    @Override
    public ObjectNode snapshot() {
      return JsonNodeFactory.instance.objectNode().put("count", count);
    }

    @Override
    public void restore(ObjectNode state) {
      count = state.path("count").intValue();
    }

    @Override
    public ObjectNode view() {
      return snapshot();
    }
  }

  @Test
  void aReactionIsPartOfTheCommand() {
    var bench = new Bench(new FeatureTable(List.of(Notes::new, Counter::new)), Bench.LIMITS);
    bench.execute("ann", new Notes.AddMany(2));
    bench.succeed();

    assertThat(bench.heard()).containsExactly("event 1", "event 2", "event 3", "ann: done 1");
    assertThat(bench.stored.getLast().type()).isEqualTo("counted");
    assertThat(bench.stored.getLast().body()).isEqualTo("{\"count\":2}");
  }

  @Test
  void nothingIsReactedToAgainWhenItIsRead() {
    var bench = new Bench(new FeatureTable(List.of(Notes::new, Counter::new)), Bench.LIMITS);
    bench.execute("ann", new Notes.AddMany(2));
    bench.succeed();
    bench.restart();
    bench.view("ann");

    assertThat(bench.stored).hasSize(3);
    assertThat(bench.isAppending()).isFalse();
  }

  @Test
  void aTableHasEachNameAndEventOnce() {
    assertThatThrownBy(() -> new FeatureTable(List.of(Notes::new, Notes::new)))
        .hasMessage("two features are called notes");
    assertThatThrownBy(() -> new FeatureTable(List.of(Counter::new)))
        .hasMessage("nobody has noted");
  }
}
