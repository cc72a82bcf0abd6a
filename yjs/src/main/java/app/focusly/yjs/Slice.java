package app.focusly.yjs;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Some bytes of an array that nobody changes any more.
final class Slice {
  static final Slice EMPTY = new Slice(new byte[0], 0, 0);

  private final byte[] bytes;
  private final int from;
  private final int to;

  Slice(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  static Slice of(byte[] bytes) {
    return new Slice(bytes, 0, bytes.length);
  }

  static Slice concat(List<Slice> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    var out = new ByteWriter();
    parts.forEach(out::raw);
    return of(out.toByteArray());
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  int size() {
    return to - from;
  }

  /// As UTF-8, which whoever made this has checked.
  String text() {
    return new String(bytes, from, size(), StandardCharsets.UTF_8);
  }

  ByteReader reader() {
    return new ByteReader(bytes, from, to);
  }
}
