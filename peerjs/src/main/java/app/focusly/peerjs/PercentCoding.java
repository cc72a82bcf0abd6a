package app.focusly.peerjs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Percent-decoding as browsers do it: what is not a valid escape stands for itself, and bytes that
/// are not UTF-8 become U+FFFD.
final class PercentCoding {

  private PercentCoding() {}

  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] coded = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(coded.length);
    for (int i = 0; i < coded.length; i++) {
      int escaped = coded[i] == '%' ? escapedByte(coded, i + 1) : -1;
      plain.write(escaped < 0 ? coded[i] : escaped);
      i += escaped < 0 ? 0 : 2;
    }
    return plain.toString(StandardCharsets.UTF_8);
  }

  /// The byte written by the two hexadecimal digits at `at`, or -1 if there are none.
  private static int escapedByte(byte[] coded, int at) {
    if (at + 1 >= coded.length) {
      return -1;
    }
    int high = Character.digit(coded[at], 16);
    int low = Character.digit(coded[at + 1], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
