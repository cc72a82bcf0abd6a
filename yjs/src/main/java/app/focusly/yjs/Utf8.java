package app.focusly.yjs;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// UTF-8 measured and cut in UTF-16 code units, as JavaScript counts.
final class Utf8 {
  /// What stands for each half of a surrogate pair that was cut, as in Yjs.
  private static final Slice REPLACEMENT = Slice.of("\uFFFD".getBytes(StandardCharsets.UTF_8));

  private Utf8() {}

  /// How many code units these are.
  ///
  /// @throws InvalidUpdateException where it is not well formed
  static int length(Slice text) {
    byte[] bytes = text.bytes();
    int units = 0;
    int at = text.from();
    while (at < text.to()) {
      int size = size(bytes, at, text.to());
      units += size == 4 ? 2 : 1;
      at += size;
    }
    return units;
  }

  /// Takes text apart from its beginning on.
  static final class Cutter {
    private final Slice text;
    private int at;

    /// Whether the second half of a pair is next.
    private boolean halved;

    Cutter(Slice text) {
      this.text = text;
      this.at = text.from();
    }

    Slice next(long units) {
      long left = units;
      int from = at;
      boolean wasHalved = halved;
      if (left > 0 && wasHalved) {
        halved = false;
        left--;
      }
      while (left > 0) {
        int size = size(text.bytes(), at, text.to());
        halved = size == 4 && left == 1;
        left -= size == 4 ? 2 : 1;
        at += size;
      }
      return piece(wasHalved, new Slice(text.bytes(), from, halved ? at - 4 : at), halved);
    }

    Slice rest() {
      return piece(halved, new Slice(text.bytes(), at, text.to()), false);
    }

    private static Slice piece(boolean halvedBefore, Slice between, boolean halvedAfter) {
      if (!halvedBefore && !halvedAfter) {
        return between;
      }
      return Slice.concat(
          List.of(
              halvedBefore ? REPLACEMENT : Slice.EMPTY,
              between,
              halvedAfter ? REPLACEMENT : Slice.EMPTY));
    }
  }

  /// The bytes of the character that begins here.
  private static int size(byte[] bytes, int at, int end) {
    int first = bytes[at];
    if (first >= 0) {
      return 1;
    }
    int lead = first & 0xFF;
    int size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (lead < 0xC2 || lead > 0xF4 || at + size > end || !second(lead, bytes[at + 1] & 0xFF)) {
      throw new InvalidUpdateException("a string is not UTF-8");
    }
    for (int i = at + 2; i < at + size; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        throw new InvalidUpdateException("a string is not UTF-8");
      }
    }
    return size;
  }

  /// Whether this second byte may follow: overlong forms, surrogates and what is beyond Unicode are
  /// told by it.
  private static boolean second(int lead, int second) {
    int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return second >= least && second <= most;
  }
}
