package app.focusly.engineio;

import java.util.Base64;

/// The text form of packets, on WebSocket and within a polling payload.
public final class PacketCodec {

  private PacketCodec() {}

  /// The packet as text: its digit and its data. A binary message becomes `b` and Base64; WebSocket
  /// sends the bytes of a [Packet.Binary] as they are.
  public static String encodeText(Packet packet) {
    return switch (packet) {
      case Packet.Open open -> "0" + open.json();
      case Packet.Close _ -> "1";
      case Packet.Ping ping -> "2" + ping.data();
      case Packet.Pong pong -> "3" + pong.data();
      case Packet.Text text -> "4" + text.data();
      case Packet.Binary binary -> "b" + Base64.getEncoder().encodeToString(binary.data());
      case Packet.Base64 base64 -> "b" + Base64.getEncoder().encodeToString(base64.data());
      case Packet.Upgrade _ -> "5";
      case Packet.Noop _ -> "6";
    };
  }

  /// Reads a WebSocket text frame, or one packet of a polling payload.
  ///
  /// @throws MalformedPacketException when it is empty, its type is unknown or its Base64 is none
  public static Packet decodeText(String frame) {
    if (frame.isEmpty()) {
      throw new MalformedPacketException("empty packet");
    }
    return switch (frame.charAt(0)) {
      case '0' -> new Packet.Open(frame.substring(1));
      case '1' -> new Packet.Close();
      case '2' -> new Packet.Ping(frame.substring(1));
      case '3' -> new Packet.Pong(frame.substring(1));
      case '4' -> new Packet.Text(frame.substring(1));
      case '5' -> new Packet.Upgrade();
      case '6' -> new Packet.Noop();
      case 'b' -> new Packet.Binary(bytes(frame.substring(1)));
      default -> throw new MalformedPacketException("unknown packet type");
    };
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new MalformedPacketException("invalid Base64 in a binary packet", e);
    }
  }
}
