package app.focusly.engineio;

import java.util.ArrayList;
import java.util.List;

/// The sending side of a WebSocket that writes down its frames, and is as busy as a test says.
final class RecordingSink implements FrameSink {
  final List<String> frames = new ArrayList<>();
  final List<Packet> packets = new ArrayList<>();
  boolean writable = true;
  long waitingBytes;
  int closed;

  @Override
  public void send(Packet packet) {
    if (closed > 0) {
      throw new AssertionError("a frame after the end: " + packet);
    }
    packets.add(packet);
    frames.add(PacketCodec.encodeText(packet));
  }

  @Override
  public boolean writable() {
    return writable;
  }

  @Override
  public long waitingBytes() {
    return waitingBytes;
  }

  @Override
  public void close() {
    closed++;
  }
}
