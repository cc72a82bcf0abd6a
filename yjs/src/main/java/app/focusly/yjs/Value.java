package app.focusly.yjs;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a document holds beside text and types of its own: the values of JavaScript.
public sealed interface Value extends Entry {

  /// The two nothings.
  enum Nothing implements Value {
    NULL,
    UNDEFINED
  }

  record Flag(boolean value) implements Value {}

  record Real(double value) implements Value {}

  /// A `bigint`, of which Yjs keeps 64 bits.
  record BigInt(long value) implements Value {}

  record Text(String value) implements Value {}

  /// Binary data, in hexadecimal digits.
  record Bytes(String hex) implements Value {}

  record Sequence(List<Value> values) implements Value {
    public Sequence {
      values = List.copyOf(values);
    }
  }

  /// An object, its fields in the order in which they came.
  record Fields(Map<String, Value> values) implements Value {
    public Fields {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }
}
