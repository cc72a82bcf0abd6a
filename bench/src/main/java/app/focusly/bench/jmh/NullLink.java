package app.focusly.bench.jmh;

import app.focusly.engineio.CloseReason;
import app.focusly.engineio.Packet;
import app.focusly.socketio.EngineLink;

/// Takes every packet, and counts them.
final class NullLink implements EngineLink {
  private long packets;

  @Override
  public void send(Packet message) {
    packets++;
  }

  @Override
  public boolean writable() {
    return true;
  }

  @Override
  public void close(CloseReason reason) {
    throw new IllegalStateException("closed: " + reason);
  }

  @Override
  public void execute(Runnable task) {
    task.run();
  }

  long packets() {
    return packets;
  }
}
