package app.focusly.server.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How much may wait in notes.
class WaitingBytesTest {
  private final WaitingBytes all = WaitingBytes.ofAll();

  @Test
  void aNoteHasItsBound() {
    WaitingBytes note = all.ofNote();

    assertThat(note.take(WaitingBytes.MOST_OF_NOTE)).isTrue();
    assertThat(note.take(1)).isFalse();
    assertThat(all.ofNote().take(1)).isTrue();
    note.giveBack(1);
    assertThat(note.take(1)).isTrue();
  }

  @Test
  void allNotesTogetherHaveTheirs() {
    var notes = Stream.generate(all::ofNote).limit(9).toList();
    notes.stream().limit(8).forEach(note -> note.take(WaitingBytes.MOST_OF_NOTE));

    assertThat(notes.getLast().take(1)).isFalse();
    notes.getFirst().giveBack(1);
    assertThat(notes.getLast().take(1)).isTrue();
    assertThat(notes.getFirst().take(1)).isFalse();
  }
}
