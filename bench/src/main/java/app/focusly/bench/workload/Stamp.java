package app.focusly.bench.workload;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/// A time in a message, as digits at a place that all servers leave where it is, so that a delivery
/// is read without parsing.
final class Stamp {
  /// What stands before the text, of the sender's event and of the delivery alike.
  private static final String BEFORE = "42[\"say\",\"";

  private static final int DIGITS = 15;
  private static final int TEXT_BYTES = 100;
  private static final byte[] TEMPLATE =
      (BEFORE + "0".repeat(DIGITS) + "x".repeat(TEXT_BYTES - DIGITS) + "\"]")
          .getBytes(StandardCharsets.US_ASCII);

  private Stamp() {}

  /// The packet of an event with a text of 100 bytes that begins with the time.
  static byte[] packet(long micros) {
    byte[] packet = TEMPLATE.clone();
    long left = micros;
    for (int i = BEFORE.length() + DIGITS - 1; i >= BEFORE.length(); i--) {
      packet[i] = (byte) ('0' + left % 10);
      left /= 10;
    }
    return packet;
  }

  /// The time in a delivery.
  static long micros(ByteBuf bytes, int index) {
    long micros = 0;
    int from = index + BEFORE.length();
    for (int i = from; i < from + DIGITS; i++) {
      micros = micros * 10 + bytes.getByte(i) - '0';
    }
    return micros;
  }
}
