package app.focusly.yjs;

import static app.focusly.yjs.UpdateBytes.CLIENT;
import static app.focusly.yjs.UpdateBytes.struct;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is no update, or would break the clients that it is sent to.
class InvalidUpdateTest {
  private static final long MANY = 1L << 50;

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal("ends too early", new byte[0]),
        refusal("ends too early", new UpdateBytes().numbers(MANY).bytes()),
        refusal("ends too early", new UpdateBytes().numbers(1, MANY, 7, 0).bytes()),
        refusal("ends too early", new UpdateBytes().numbers(0, 1, 7, MANY).bytes()),
        refusal("ends too early", struct(0, update -> update.numbers(4, 1, MANY))),
        refusal("value of an unknown kind", anyValues(MANY)),
        refusal("goes on after its end", new byte[] {0, 0, 0}),
        refusal("out of range", new UpdateBytes().numbers(1L << 53, 0).bytes()),
        refusal("out of range", new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, 0}),
        refusal("no length", UpdateBytes.garbage(0, 0)),
        refusal("no length", UpdateBytes.text(0, "")),
        refusal("beyond all clocks", UpdateBytes.garbage(ByteReader.MAX_INTEGER, 1)),
        refusal("beyond all clocks", UpdateBytes.deletion(7, ByteReader.MAX_INTEGER, 1)),
        refusal(
            "content of an unknown kind",
            struct(0, update -> update.numbers(11, 1).string("root"))),
        refusal("type of an unknown kind", struct(0, update -> root(update, 7).numbers(7))),
        refusal("value of an unknown kind", anyValues(1, 3)),
        refusal("too deep", deep()),
        refusal("not JSON", struct(0, update -> root(update, 5).string("{\"a\":}"))),
        refusal("not UTF-8", struct(0, update -> root(update, 4).numbers(2, 0x41, 0xC3))),
        refusal("later one", struct(4, update -> update.info(0x84).numbers(CLIENT, 4).string("x"))),
        refusal("twice", new UpdateBytes().numbers(2, 1, 7, 0, 0, 1, 1, 7, 1, 0, 1, 0).bytes()));
  }

  private static Arguments refusal(String reason, byte[] update) {
    return Arguments.of(reason, update);
  }

  private static UpdateBytes root(UpdateBytes update, int kind) {
    return update.numbers(kind, 1).string("root");
  }

  private static byte[] anyValues(long count, long... values) {
    return struct(0, update -> root(update, 8).numbers(count).numbers(values));
  }

  /// An array in an array in an array …
  private static byte[] deep() {
    return struct(
        0,
        update -> {
          root(update, 8).numbers(1);
          for (int depth = 0; depth <= AnyValues.MAX_DEPTH; depth++) {
            update.numbers(117, 1);
          }
          update.numbers(126);
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void isRefused(String reason, byte[] update) {
    assertThatThrownBy(() -> Updates.summary(update))
        .isInstanceOf(InvalidUpdateException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void everyUpdateThatIsCutShortIsRefused() {
    byte[] update = UpdateBytes.text(0, "abc");
    for (int length = 0; length < update.length; length++) {
      byte[] cut = Arrays.copyOf(update, length);
      assertThatThrownBy(() -> Updates.summary(cut)).isInstanceOf(InvalidUpdateException.class);
    }
  }
}
