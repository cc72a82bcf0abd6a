package app.focusly.yjs;

import static app.focusly.yjs.UpdateBytes.CLIENT;
import static app.focusly.yjs.UpdateBytes.deletion;
import static app.focusly.yjs.UpdateBytes.garbage;
import static app.focusly.yjs.UpdateBytes.more;
import static app.focusly.yjs.UpdateBytes.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Updates by hand, merged, compared and summed up.
class UpdatesTest {
  private static final byte[] NOTHING = {0, 0};

  @Test
  void nothingIsAnEmptyUpdate() {
    assertThat(Updates.merge(List.of())).isEqualTo(NOTHING);
    assertThat(Updates.merge(List.of(NOTHING, NOTHING))).isEqualTo(NOTHING);
    assertThat(Updates.stateVector(NOTHING)).isEqualTo(StateVector.EMPTY.encode());
    assertThat(Updates.summary(NOTHING)).isEqualTo(UpdateSummary.EMPTY);
  }

  @Test
  void lettersBecomeOnePieceInWhateverOrderTheyCome() {
    byte[] merged = Updates.merge(List.of(more(2, "c"), text(0, "a"), more(1, "b"), more(2, "c")));

    assertThat(merged).isEqualTo(text(0, "abc"));
  }

  @Test
  void whatIsMissingBetweenStaysMissingUntilItComes() {
    byte[] withHole = Updates.merge(List.of(text(0, "ab"), more(4, "e")));

    assertThat(Updates.summary(withHole).whole()).isFalse();
    assertThat(Updates.stateVector(withHole)).isEqualTo(stateVector(CLIENT, 2).encode());
    assertThat(Updates.merge(List.of(withHole, more(2, "cd")))).isEqualTo(text(0, "abcde"));
  }

  @Test
  void anOverlapIsTakenOnce() {
    assertThat(Updates.merge(List.of(text(0, "abc"), more(1, "bcde")))).isEqualTo(text(0, "abcde"));
  }

  @Test
  void whatSomebodyHasIsCutOff() {
    byte[] update = text(0, "abcde");

    assertThat(Updates.diff(update, StateVector.EMPTY.encode())).isEqualTo(update);
    assertThat(Updates.diff(update, stateVector(CLIENT, 3).encode())).isEqualTo(more(3, "de"));
    assertThat(Updates.diff(update, stateVector(CLIENT, 5).encode())).isEqualTo(NOTHING);
  }

  @Test
  void aPairOfSurrogatesThatIsCutLosesBothHalves() {
    assertThat(Updates.diff(text(0, "a😀b"), stateVector(CLIENT, 2).encode()))
        .isEqualTo(more(2, "\uFFFDb"));
  }

  @Test
  void clocksGoOnBeyondThirtyTwoBits() {
    long far = 1L << 40;
    byte[] update = garbage(0, far);

    assertThat(Updates.merge(List.of(more(far + 1, "b"), update, more(far, "a"))))
        .isEqualTo(Updates.merge(List.of(update, more(far, "ab"))));
    assertThat(Updates.diff(update, stateVector(CLIENT, far - 1).encode()))
        .isEqualTo(garbage(far - 1, 1));
    assertThat(Updates.summary(update).state().clock(CLIENT)).isEqualTo(far);
  }

  @Test
  void deletionsAreJoined() {
    byte[] merged = Updates.merge(List.of(deletion(7, 4, 2), deletion(7, 0, 3), deletion(7, 3, 1)));

    assertThat(merged).isEqualTo(deletion(7, 0, 6));
  }

  @Test
  void anUpdateRestsOnWhatComesBeforeItAndWhatItNames() {
    assertThat(Updates.summary(text(0, "a")).needs()).isEqualTo(StateVector.EMPTY);
    assertThat(Updates.summary(more(4, "e")).needs()).isEqualTo(stateVector(CLIENT, 4));
    assertThat(Updates.summary(deletion(7, 3, 2)).needs()).isEqualTo(stateVector(7, 5));
    byte[] beside = UpdateBytes.struct(0, update -> update.info(0x44).numbers(7, 9).string("x"));
    assertThat(Updates.summary(beside).needs()).isEqualTo(stateVector(7, 10));
  }

  @Test
  void aDocumentTakesWhatRestsOnIt() {
    UpdateSummary document = Updates.summary(text(0, "abcd"));

    assertThat(Updates.summary(more(4, "e")).restsOn(document)).isTrue();
    assertThat(Updates.summary(more(5, "f")).restsOn(document)).isFalse();
    assertThat(document.after(Updates.summary(more(4, "e"))).state())
        .isEqualTo(stateVector(CLIENT, 5));
  }

  @Test
  void anUpdateThatCameBeforeHasNothingNew() {
    UpdateSummary document =
        Updates.summary(text(0, "abcd")).after(Updates.summary(deletion(CLIENT, 1, 2)));

    assertThat(Updates.summary(more(2, "c")).isWithin(document)).isTrue();
    assertThat(Updates.summary(deletion(CLIENT, 2, 1)).isWithin(document)).isTrue();
    assertThat(Updates.summary(deletion(CLIENT, 2, 2)).isWithin(document)).isFalse();
    assertThat(Updates.summary(more(4, "e")).isWithin(document)).isFalse();
  }

  private static StateVector stateVector(long client, long clock) {
    return new StateVector(new TreeMap<>(Map.of(client, clock)));
  }
}
