package app.focusly.peerjs;

/// Lengths in UTF-8 of strings that are not encoded yet.
final class Utf8 {

  private static final int MOST_BYTES_PER_CHAR = 3;

  private Utf8() {}

  /// Whether the text takes at most `limit` bytes; usually known from its length alone.
  static boolean fits(String text, int limit) {
    return (long) text.length() * MOST_BYTES_PER_CHAR <= limit
        || (text.length() <= limit && length(text) <= limit);
  }

  static int length(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes += 1;
      } else if (c < 0x800 || Character.isSurrogate(c)) {
        bytes += 2; // each half of a pair: four bytes together
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }
}
