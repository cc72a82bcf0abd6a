package app.focusly.server.websocket;

import app.focusly.engineio.Packet;
import app.focusly.engineio.PacketCodec;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Whole WebSocket frames (RFC 6455 section 5.2, from a server: unmasked) for Engine.IO packets. A
/// packet that goes to many connections of a loop one after another is framed once: the last few
/// packets' frames are kept, known by the packet's identity. Confined to one loop.
final class SharedFrames {
  /// A broadcast with attachments alternates between as many packets; more are framed anew.
  private static final int KEPT = 4;

  /// Larger frames are not kept, so that a loop never holds more than four of these.
  private static final int MAX_KEPT_BYTES = 256 * 1024;

  private static final int FINAL_TEXT = 0x81;
  private static final int FINAL_BINARY = 0x82;
  private static final int MAX_HEADER_BYTES = 10;

  private final @Nullable Packet[] packets = new Packet[KEPT];
  private final @Nullable ByteBuf[] frames = new ByteBuf[KEPT];
  private int next;
  private boolean closed;

  /// A frame that the caller owns.
  @SuppressWarnings("ReferenceEquality") // sameness is the point: equal packets are rare, and dear
  ByteBuf frame(Packet packet, ByteBufAllocator allocator) {
    for (int i = 0; i < KEPT; i++) {
      ByteBuf kept = frames[i];
      if (packets[i] == packet && kept != null) {
        return kept.retainedDuplicate();
      }
    }
    ByteBuf frame = encode(packet, allocator);
    if (!closed && shareable(packet) && frame.readableBytes() <= MAX_KEPT_BYTES) {
      keep(packet, frame);
    }
    return frame;
  }

  /// Handshakes and heartbeats go to one connection.
  private static boolean shareable(Packet packet) {
    return packet instanceof Packet.Text || packet instanceof Packet.Binary;
  }

  private void keep(Packet packet, ByteBuf frame) {
    ByteBuf old = frames[next];
    if (old != null) {
      old.release();
    }
    packets[next] = packet;
    frames[next] = frame.retainedDuplicate();
    next = (next + 1) % KEPT;
  }

  /// Forgets all frames, and keeps none any more.
  void close() {
    closed = true;
    for (int i = 0; i < KEPT; i++) {
      ByteBuf frame = frames[i];
      if (frame != null) {
        frame.release();
      }
      frames[i] = null;
      packets[i] = null;
    }
  }

  private static ByteBuf encode(Packet packet, ByteBufAllocator allocator) {
    return switch (packet) {
      case Packet.Binary binary -> {
        ByteBuf frame = allocator.ioBuffer(MAX_HEADER_BYTES + binary.data().length);
        writeHeader(frame, FINAL_BINARY, binary.data().length);
        yield frame.writeBytes(binary.data());
      }
      case Packet.Text text -> text("4", text.data(), allocator);
      case Packet.Base64 base64 -> text("", PacketCodec.encodeText(base64), allocator);
      case Packet.Open open -> text("0", open.json(), allocator);
      case Packet.Close _ -> text("1", "", allocator);
      case Packet.Ping ping -> text("2", ping.data(), allocator);
      case Packet.Pong pong -> text("3", pong.data(), allocator);
      case Packet.Upgrade _ -> text("5", "", allocator);
      case Packet.Noop _ -> text("6", "", allocator);
    };
  }

  /// A text frame of a prefix and a text.
  static ByteBuf text(String prefix, String text, ByteBufAllocator allocator) {
    // The JDK encodes many characters at a time, Netty one by one.
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int bytes = prefix.length() + utf8.length;
    ByteBuf frame = allocator.ioBuffer(MAX_HEADER_BYTES + bytes);
    writeHeader(frame, FINAL_TEXT, bytes);
    frame.writeCharSequence(prefix, StandardCharsets.US_ASCII);
    return frame.writeBytes(utf8);
  }

  private static void writeHeader(ByteBuf frame, int firstByte, int payloadBytes) {
    frame.writeByte(firstByte);
    if (payloadBytes < 126) {
      frame.writeByte(payloadBytes);
    } else if (payloadBytes <= 0xFFFF) {
      frame.writeByte(126).writeShort(payloadBytes);
    } else {
      frame.writeByte(127).writeLong(payloadBytes);
    }
  }
}
