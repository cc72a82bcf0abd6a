package app.focusly.server.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A WebSocket frame (RFC 6455 section 5.2), right or wrong.
///
/// @param first its first byte: FIN, the reserved bits, the opcode
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Frame(int first, byte[] payload) {
  public static final int CONTINUATION = 0x0;
  public static final int TEXT = 0x1;
  public static final int BINARY = 0x2;
  public static final int CLOSE = 0x8;
  public static final int PING = 0x9;
  public static final int PONG = 0xA;
  public static final int FINAL = 0x80;

  private static final int MASKED = 0x80;
  private static final byte[] MASK = {0x12, 0x34, 0x56, 0x78};

  /// A whole text message.
  public static Frame text(String text) {
    return whole(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /// A whole message or control frame.
  public static Frame whole(int opcode, byte[] payload) {
    return new Frame(FINAL | opcode, payload);
  }

  /// A close frame.
  public static Frame close(int status) {
    return whole(CLOSE, new byte[] {(byte) (status >> 8), (byte) status});
  }

  public int opcode() {
    return first & 0x0F;
  }

  /// The payload as text.
  public String text() {
    return new String(payload, StandardCharsets.UTF_8);
  }

  /// The status of a close frame.
  public int status() {
    return ByteBuffer.wrap(payload).getShort() & 0xFFFF;
  }

  /// As a client must send it.
  public byte[] masked() {
    var bytes = header(MASKED, payload.length);
    bytes.writeBytes(MASK);
    for (int i = 0; i < payload.length; i++) {
      bytes.write(payload[i] ^ MASK[i % MASK.length]);
    }
    return bytes.toByteArray();
  }

  /// As no client may send it.
  public byte[] unmasked() {
    var bytes = header(0, payload.length);
    bytes.writeBytes(payload);
    return bytes.toByteArray();
  }

  private ByteArrayOutputStream header(int mask, int length) {
    var bytes = new ByteArrayOutputStream();
    bytes.write(first);
    if (length < 126) {
      bytes.write(mask | length);
    } else if (length <= 0xFFFF) {
      bytes.write(mask | 126);
      bytes.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
    } else {
      bytes.write(mask | 127);
      bytes.writeBytes(ByteBuffer.allocate(8).putLong(length).array());
    }
    return bytes;
  }

  @Override
  public String toString() {
    return Integer.toHexString(first) + " " + text();
  }
}
