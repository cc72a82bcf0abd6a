package app.focusly.bench.generator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/// WebSocket frames (RFC 6455 section 5.2) as a client writes and reads them, for the few shapes
/// that occur here: whole text frames out, unmasked frames in.
final class Frames {
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;

  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int MAX_HEADER_BYTES = 14;

  /// One and the same key for all: a server cannot tell, and has the same work. It is not 0, for
  /// which some servers have a short cut.
  private static final byte[] KEY = {0x5a, 0x17, (byte) 0xc3, 0x6e};

  /// Status 1000.
  private static final byte[] NORMAL_CLOSURE = {0x03, (byte) 0xe8};

  private Frames() {}

  /// A masked text frame.
  static ByteBuf text(byte[] payload, ByteBufAllocator allocator) {
    return masked(TEXT, payload, allocator);
  }

  /// A masked binary frame.
  static ByteBuf binary(byte[] payload, ByteBufAllocator allocator) {
    return masked(BINARY, payload, allocator);
  }

  /// A masked close frame that says that all is well.
  static ByteBuf close(ByteBufAllocator allocator) {
    return masked(CLOSE, NORMAL_CLOSURE, allocator);
  }

  private static ByteBuf masked(int opcode, byte[] payload, ByteBufAllocator allocator) {
    ByteBuf frame = allocator.ioBuffer(MAX_HEADER_BYTES + payload.length);
    frame.writeByte(FINAL | opcode);
    if (payload.length < 126) {
      frame.writeByte(MASKED | payload.length);
    } else if (payload.length <= 0xFFFF) {
      frame.writeByte(MASKED | 126).writeShort(payload.length);
    } else {
      frame.writeByte(MASKED | 127).writeLong(payload.length);
    }
    frame.writeBytes(KEY);
    byte[] masked = new byte[payload.length];
    for (int i = 0; i < payload.length; i++) {
      masked[i] = (byte) (payload[i] ^ KEY[i & 3]);
    }
    return frame.writeBytes(masked);
  }

  /// How many bytes the header of the frame at `index` has, or 0 when it is not whole yet.
  static int headerBytes(ByteBuf in, int index, int available) {
    if (available < 2) {
      return 0;
    }
    int bytes =
        switch (in.getByte(index + 1) & 0x7F) {
          case 126 -> 4;
          case 127 -> 10;
          default -> 2;
        };
    return available < bytes ? 0 : bytes;
  }

  /// The payload's length, of a frame whose header is whole.
  static int payloadBytes(ByteBuf in, int index) {
    int length = in.getByte(index + 1) & 0x7F;
    return switch (length) {
      case 126 -> in.getUnsignedShort(index + 2);
      case 127 -> Math.toIntExact(in.getLong(index + 2));
      default -> length;
    };
  }

  static int opcode(ByteBuf in, int index) {
    return in.getByte(index) & 0x0F;
  }
}
