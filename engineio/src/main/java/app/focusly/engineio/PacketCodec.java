package app.focusly.engineio;

import java.util.Base64;

/// The text form of packets, on WebSocket and within a polling payload.
public final class PacketCodec {

  private PacketCodec() {}

  /// The packet as text: its digit and its data. A binary message becomes `b` and Base64, which
  /// only HTTP long-polling may carry; WebSocket sends its bytes as they are.
  public static String encodeText(Packet packet) {
    return switch (packet) {
      case Packet.Open open -> "0" + open.json();
      case Packet.Close _ -> "1";
      case Packet.Ping ping -> "2" + ping.data();
      case Packet.Pong pong -> "3" + pong.data();
      case Packet.Text text -> "4" + text.data();
      case Packet.Binary binary -> "b" + Base64.getEncoder().encodeToString(binary.data());
      case Packet.Upgrade _ -> "5";
      case Packet.Noop _ -> "6";
    };
  }

  /// Reads a WebSocket text frame.
  ///
  /// @throws MalformedPacketException when it is empty or its type is unknown
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
      default -> throw new MalformedPacketException("unknown packet type");
    };
  }

  /// Reads one packet of a polling payload, where `b` begins a binary message.
  static Packet decodePolled(String encoded) {
    if (!encoded.startsWith("b")) {
      return decodeText(encoded);
    }
    try {
      return new Packet.Binary(Base64.getDecoder().decode(encoded.substring(1)));
    } catch (IllegalArgumentException e) {
      throw new MalformedPacketException("invalid Base64 in a binary packet", e);
    }
  }
}
