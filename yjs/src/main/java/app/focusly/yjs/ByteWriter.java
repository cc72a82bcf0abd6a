package app.focusly.yjs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes the numbers, strings and bytes that updates are made of.
final class ByteWriter {
  private static final int FIRST_SIZE = 256;

  private byte[] bytes = new byte[FIRST_SIZE];
  private int size;

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  void uint8(int value) {
    ensure(1);
    bytes[size++] = (byte) value;
  }

  void varUint(long value) {
    long rest = value;
    while (rest > 0x7F) {
      uint8((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    uint8((int) rest);
  }

  void raw(Slice slice) {
    ensure(slice.size());
    System.arraycopy(slice.bytes(), slice.from(), bytes, size, slice.size());
    size += slice.size();
  }

  /// A length, then the bytes.
  void bytes(Slice slice) {
    varUint(slice.size());
    raw(slice);
  }

  void string(String text) {
    bytes(Slice.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  void id(Id id) {
    varUint(id.client());
    varUint(id.clock());
  }

  private void ensure(int more) {
    int needed = Math.addExact(size, more);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, Math.multiplyExact(bytes.length, 2)));
    }
  }
}
