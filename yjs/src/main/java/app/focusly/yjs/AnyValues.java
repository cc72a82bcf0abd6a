package app.focusly.yjs;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// Values in the binary form of lib0, each led by a byte that says what it is.
final class AnyValues {
  /// How deep objects and arrays may stand in each other.
  static final int MAX_DEPTH = 100;

  private AnyValues() {}

  static Value read(ByteReader in) {
    return read(in, 0);
  }

  private static Value read(ByteReader in, int depth) {
    return switch (in.uint8()) {
      case 127 -> Value.Nothing.UNDEFINED;
      case 126 -> Value.Nothing.NULL;
      case 125 -> new Value.Real(in.varInt());
      case 124 -> new Value.Real(Float.intBitsToFloat(in.int32()));
      case 123 -> new Value.Real(Double.longBitsToDouble(in.int64()));
      case 122 -> new Value.BigInt(in.int64());
      case 121 -> new Value.Flag(false);
      case 120 -> new Value.Flag(true);
      case 119 -> new Value.Text(in.string());
      case 118 -> fields(in, deeper(depth));
      case 117 -> sequence(in, deeper(depth));
      case 116 -> bytes(in.bytes());
      default -> throw new InvalidUpdateException("a value of an unknown kind");
    };
  }

  private static Value fields(ByteReader in, int depth) {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (long left = in.varUint(); left > 0; left--) {
      String name = in.string();
      fields.put(name, read(in, depth));
    }
    return new Value.Fields(fields);
  }

  private static Value sequence(ByteReader in, int depth) {
    var values = new ArrayList<Value>();
    for (long left = in.varUint(); left > 0; left--) {
      values.add(read(in, depth));
    }
    return new Value.Sequence(values);
  }

  private static Value bytes(Slice bytes) {
    return new Value.Bytes(HexFormat.of().formatHex(bytes.bytes(), bytes.from(), bytes.to()));
  }

  /// Goes over a value and keeps nothing of it.
  static void skip(ByteReader in) {
    skip(in, 0);
  }

  private static void skip(ByteReader in, int depth) {
    switch (in.uint8()) {
      case 127, 126, 121, 120 -> {}
      case 125 -> in.varInt();
      case 124 -> in.bytes(Integer.BYTES);
      case 123, 122 -> in.bytes(Long.BYTES);
      case 119 -> in.utf8();
      case 118 -> {
        for (long left = in.varUint(); left > 0; left--) {
          in.utf8();
          skip(in, deeper(depth));
        }
      }
      case 117 -> {
        for (long left = in.varUint(); left > 0; left--) {
          skip(in, deeper(depth));
        }
      }
      case 116 -> in.bytes();
      default -> throw new InvalidUpdateException("a value of an unknown kind");
    }
  }

  private static int deeper(int depth) {
    if (depth == MAX_DEPTH) {
      throw new InvalidUpdateException("a value is too deep");
    }
    return depth + 1;
  }
}
