package app.focusly.engineio;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Names and values of a query or a form (URL standard, section 5.1). Nothing is malformed: a `%`
/// that begins no byte stands for itself, and bytes that are no UTF-8 become U+FFFD.
public final class UrlEncoded {
  /// How many names are read; a stock client sends five, and an application may add its own.
  public static final int MAX_NAMES = 1_000;

  private UrlEncoded() {}

  /// The values by name; of a name that is there twice the last value, as the reference reads it.
  public static Map<String, String> lastValues(String encoded) {
    var values = new LinkedHashMap<String, String>();
    int names = 0;
    for (int start = 0; start < encoded.length() && names < MAX_NAMES; names++) {
      int end = encoded.indexOf('&', start);
      String pair = encoded.substring(start, end < 0 ? encoded.length() : end);
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        values.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
      start = end < 0 ? encoded.length() : end + 1;
    }
    return values;
  }

  private static String decode(String encoded) {
    if (encoded.indexOf('%') < 0) {
      return encoded.replace('+', ' ');
    }
    byte[] given = encoded.replace('+', ' ').getBytes(StandardCharsets.UTF_8);
    var decoded = new ByteArrayOutputStream(given.length);
    for (int i = 0; i < given.length; i++) {
      int value = given[i] == '%' && i + 2 < given.length ? hex(given[i + 1], given[i + 2]) : -1;
      if (value < 0) {
        decoded.write(given[i]);
      } else {
        decoded.write(value);
        i += 2;
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  private static int hex(byte high, byte low) {
    int first = Character.digit((char) (high & 0xFF), 16);
    int second = Character.digit((char) (low & 0xFF), 16);
    return first < 0 || second < 0 ? -1 : first << 4 | second;
  }
}
