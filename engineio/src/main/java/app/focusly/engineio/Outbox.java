package app.focusly.engineio;

import java.util.ArrayDeque;
import java.util.function.Consumer;

/// Packets that wait for a polling client's next poll, so many and so heavy at most.
final class Outbox {
  private final EngineOptions options;
  private final ArrayDeque<Packet> packets = new ArrayDeque<>();
  private int bytes;

  Outbox(EngineOptions options) {
    this.options = options;
  }

  /// Adds a packet.
  ///
  /// @return false when it was one too many; then nothing waits any more
  boolean add(Packet packet) {
    packets.add(packet);
    bytes += packet.weight();
    if (packets.size() > options.maxWaitingPackets() || bytes > options.maxWaitingBytes()) {
      clear();
      return false;
    }
    return true;
  }

  /// Adds the packet that is the last of the session, for which there is always place.
  void addLast(Packet packet) {
    packets.add(packet);
  }

  boolean isEmpty() {
    return packets.isEmpty();
  }

  /// Takes everything as one payload.
  String take() {
    String payload = PayloadCodec.encode(packets);
    clear();
    return payload;
  }

  /// Takes everything packet by packet.
  void take(Consumer<Packet> consumer) {
    packets.forEach(consumer);
    clear();
  }

  void clear() {
    packets.clear();
    bytes = 0;
  }
}
