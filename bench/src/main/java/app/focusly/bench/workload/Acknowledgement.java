package app.focusly.bench.workload;

import app.focusly.bench.generator.SocketIoClient;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Looks at what the product answers, such as `431[{"ok":true,"seq":7}]`.
final class Acknowledgement {
  private static final byte[] ACCEPTED = SocketIoClient.bytes("[{\"ok\":true");
  private static final int MOST_SHOWN = 300;

  private Acknowledgement() {}

  /// Whether it says yes.
  static boolean isAccepted(ByteBuf bytes, int index, int length) {
    int array = bytes.indexOf(index, index + length, (byte) '[');
    if (array < 0 || array + ACCEPTED.length > index + length) {
      return false;
    }
    for (int i = 0; i < ACCEPTED.length; i++) {
      if (bytes.getByte(array + i) != ACCEPTED[i]) {
        return false;
      }
    }
    return true;
  }

  /// A whole number in it.
  ///
  /// @throws IllegalArgumentException when there is no field of that name
  static long number(ByteBuf bytes, int index, int length, String field) {
    var matcher =
        Pattern.compile('"' + field + "\":(\\d+)")
            .matcher(bytes.toString(index, length, StandardCharsets.UTF_8));
    if (!matcher.find()) {
      throw new IllegalArgumentException("no " + field);
    }
    return Long.parseLong(matcher.group(1));
  }

  /// Its beginning, for a report.
  static String text(ByteBuf bytes, int index, int length) {
    return bytes.toString(index, Math.min(length, MOST_SHOWN), StandardCharsets.UTF_8);
  }
}
