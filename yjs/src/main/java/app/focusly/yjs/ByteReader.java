package app.focusly.yjs;

/// Reads the numbers, strings and bytes that updates are made of, and never beyond their end.
final class ByteReader {
  /// The greatest integer that JavaScript counts exactly to; clocks and client ids end there.
  static final long MAX_INTEGER = (1L << 53) - 1;

  private static final int MAX_SHIFT = 49;

  private final byte[] bytes;
  private final int end;
  private int at;

  ByteReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  ByteReader(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  int position() {
    return at;
  }

  boolean atEnd() {
    return at == end;
  }

  int left() {
    return end - at;
  }

  /// The bytes from an earlier [#position] to here.
  Slice since(int position) {
    return new Slice(bytes, position, at);
  }

  int uint8() {
    if (at == end) {
      throw new InvalidUpdateException("ends too early");
    }
    return bytes[at++] & 0xFF;
  }

  /// Seven bits a byte, the lowest first.
  long varUint() {
    int first = uint8();
    return first < 0x80 ? first : rest(first & 0x7F, 7);
  }

  /// As [#varUint], but the first byte has the sign and six bits.
  long varInt() {
    int first = uint8();
    long size = first < 0x80 ? first & 0x3F : rest(first & 0x3F, 6);
    return (first & 0x40) == 0 ? size : -size;
  }

  private long rest(long first, int firstShift) {
    long value = first;
    for (int shift = firstShift; shift <= MAX_SHIFT; shift += 7) {
      int next = uint8();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        if (value > MAX_INTEGER) {
          break;
        }
        return value;
      }
    }
    throw new InvalidUpdateException("an integer is out of range");
  }

  /// A length, then so many bytes.
  Slice bytes() {
    return bytes(varUint());
  }

  Slice bytes(long size) {
    if (size > end - at) {
      throw new InvalidUpdateException("ends too early");
    }
    int from = at;
    at += (int) size;
    return since(from);
  }

  /// A length, then so many bytes of well-formed UTF-8.
  Slice utf8() {
    Slice text = bytes();
    Utf8.length(text);
    return text;
  }

  String string() {
    return utf8().text();
  }

  long int64() {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = value << 8 | uint8();
    }
    return value;
  }

  int int32() {
    return uint8() << 24 | uint8() << 16 | uint8() << 8 | uint8();
  }
}
