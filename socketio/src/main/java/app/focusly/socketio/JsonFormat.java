package app.focusly.socketio;

import app.focusly.engineio.Packet;
import java.util.List;

/// The format that every client has.
final class JsonFormat implements PacketFormat {
  @Override
  public List<Packet> encode(SocketPacket packet) {
    return JsonEncoder.encode(packet);
  }

  @Override
  public Decoder decoder() {
    return new JsonDecoder();
  }
}
