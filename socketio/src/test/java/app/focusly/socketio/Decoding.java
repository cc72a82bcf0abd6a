package app.focusly.socketio;

import app.focusly.engineio.Packet;
import java.util.ArrayList;
import java.util.List;

/// Feeds messages to a decoder as a connection does.
final class Decoding {
  private Decoding() {}

  /// The packets that the messages make.
  static List<SocketPacket> decode(List<? extends Packet> messages) {
    var decoder = PacketFormat.JSON.decoder();
    var packets = new ArrayList<SocketPacket>();
    for (Packet message : messages) {
      SocketPacket packet =
          switch (message) {
            case Packet.Text text -> decoder.text(text.data());
            case Packet.Binary binary -> decoder.binary(binary.data());
            default -> throw new IllegalArgumentException("no message: " + message);
          };
      if (packet != null) {
        packets.add(packet);
      }
    }
    return packets;
  }

  static List<SocketPacket> decode(String message) {
    return decode(List.of(new Packet.Text(message)));
  }
}
