package app.focusly.engineio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;

/// Packets as the golden files write them.
final class PacketJson {
  private PacketJson() {}

  static Packet read(JsonNode packet) {
    String data = packet.path("data").asText();
    String type = packet.required("type").textValue();
    return switch (type) {
      case "open" -> new Packet.Open(data);
      case "close" -> new Packet.Close();
      case "ping" -> new Packet.Ping(data);
      case "pong" -> new Packet.Pong(data);
      case "text" -> new Packet.Text(data);
      case "binary" -> new Packet.Binary(Base64.getDecoder().decode(data));
      case "upgrade" -> new Packet.Upgrade();
      case "noop" -> new Packet.Noop();
      default -> throw new IllegalArgumentException("no packet type: " + type);
    };
  }
}
