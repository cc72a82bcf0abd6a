package app.focusly.engineio;

import java.util.List;
import java.util.stream.Stream;

/// What a session says first: its handshake, and the server's own first message if there is one.
final class OpenPackets {
  private OpenPackets() {}

  static List<Packet> of(String sid, Transport transport, EngineOptions options) {
    boolean upgrades = transport == Transport.POLLING && options.upgradesToWebSocket();
    String json =
        "{\"sid\":\"%s\",\"upgrades\":%s,\"pingInterval\":%d,\"pingTimeout\":%d,\"maxPayload\":%d}"
            .formatted(
                sid,
                upgrades ? "[\"websocket\"]" : "[]",
                options.pingInterval().toMillis(),
                options.pingTimeout().toMillis(),
                options.maxPayload());
    return Stream.concat(Stream.of(new Packet.Open(json)), options.initialPacket().stream())
        .toList();
  }
}
