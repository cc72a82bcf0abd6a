package app.focusly.socketio;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads the query of a URL as browsers write it (WHATWG URL, "application/x-www-form-urlencoded").
final class UrlQuery {
  private UrlQuery() {}

  /// The parameters; of one that is there twice the first.
  static Map<String, String> of(String url) {
    var parameters = new LinkedHashMap<String, String>();
    int start = url.indexOf('?') + 1;
    while (start > 0 && start < url.length()) {
      int end = url.indexOf('&', start);
      end = end < 0 ? url.length() : end;
      int equals = url.indexOf('=', start);
      int nameEnd = equals < 0 || equals > end ? end : equals;
      if (end > start) {
        parameters.putIfAbsent(
            decode(url.substring(start, nameEnd)),
            decode(url.substring(Math.min(nameEnd + 1, end), end)));
      }
      start = end + 1;
    }
    return parameters;
  }

  /// A percent sign that encodes nothing stands for itself.
  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text.replace('+', ' ');
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i] == '%' && i + 2 < bytes.length ? hex(bytes[i + 1], bytes[i + 2]) : -1;
      if (value >= 0) {
        decoded.write(value);
        i += 2;
      } else {
        decoded.write(bytes[i] == '+' ? ' ' : bytes[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  private static int hex(byte high, byte low) {
    int first = Character.digit(high, 16);
    int second = Character.digit(low, 16);
    return first < 0 || second < 0 ? -1 : first * 16 + second;
  }
}
