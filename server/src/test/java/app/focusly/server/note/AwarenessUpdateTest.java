package app.focusly.server.note;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.MemberId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// What clients say of their carets.
class AwarenessUpdateTest {
  private static final MemberId ANN = new MemberId("ann");

  @Test
  void goesByTheNameThatTheServerKnows() {
    var update = read(bytes(1, 7, 3, "{\"user\":{\"name\":\"Queen\",\"color\":\"red\"},\"at\":1}"));

    AwarenessUpdate told = read(update.by(ANN, "Ann").write());
    assertThat(told.client()).isEqualTo(7);
    assertThat(told.clock()).isEqualTo(3);
    assertThat(told.state())
        .hasToString(
            "{\"user\":{\"name\":\"Ann\",\"color\":\"red\",\"memberId\":\"ann\"},\"at\":1}");
  }

  @Test
  void hasAUserAlsoWhenTheClientNamedNone() {
    var update = read(bytes(1, 7, 3, "{\"user\":\"Queen\"}"));

    assertThat(update.by(ANN, "Ann").state())
        .hasToString("{\"user\":{\"name\":\"Ann\",\"memberId\":\"ann\"}}");
  }

  @Test
  void saysThatItsClientIsGone() {
    AwarenessUpdate gone = read(read(bytes(1, 7, 3, "{}")).gone().write());

    assertThat(gone.clock()).isEqualTo(4);
    assertThat(gone.state().isNull()).isTrue();
    assertThat(gone.by(ANN, "Ann").state().isNull()).isTrue();
  }

  @Test
  void isOfOneClientAndHasAState() {
    assertThat(AwarenessUpdate.read(bytes(2, 7, 3, "{}"))).isEmpty();
    assertThat(AwarenessUpdate.read(bytes(0, 7, 3, "{}"))).isEmpty();
    assertThat(AwarenessUpdate.read(bytes(1, 7, 3, "7"))).isEmpty();
    assertThat(AwarenessUpdate.read(bytes(1, 7, 3, "{"))).isEmpty();
    assertThat(AwarenessUpdate.read(bytes(1, 7, 3, ""))).isEmpty();
    assertThat(AwarenessUpdate.read(new byte[0])).isEmpty();
    assertThat(AwarenessUpdate.read(new byte[] {1, 7, 3, 9, '{', '}'})).isEmpty();
  }

  @Property(tries = 500)
  void whateverComesIsReadOrNot(@ForAll byte[] bytes) {
    AwarenessUpdate.read(bytes)
        .ifPresent(update -> assertThat(read(update.write())).isEqualTo(update));
  }

  private static AwarenessUpdate read(byte[] bytes) {
    Optional<AwarenessUpdate> update = AwarenessUpdate.read(bytes);
    return update.orElseThrow();
  }

  private static byte[] bytes(int count, int client, int clock, String state) {
    byte[] text = state.getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) count, (byte) client, (byte) clock, (byte) text.length});
    out.writeBytes(text);
    return out.toByteArray();
  }
}
