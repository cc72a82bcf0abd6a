package app.focusly.engineio;

/// A WebSocket whose client takes text alone, and gets binary messages as Base64 (`b64` in its
/// query).
public final class TextSink implements FrameSink {
  private final FrameSink sink;

  public TextSink(FrameSink sink) {
    this.sink = sink;
  }

  @Override
  public void send(Packet packet) {
    sink.send(packet instanceof Packet.Binary binary ? new Packet.Base64(binary.data()) : packet);
  }

  @Override
  public boolean writable() {
    return sink.writable();
  }

  @Override
  public long waitingBytes() {
    return sink.waitingBytes();
  }

  @Override
  public void close() {
    sink.close();
  }

  @Override
  public void close(CloseReason reason) {
    sink.close(reason);
  }
}
