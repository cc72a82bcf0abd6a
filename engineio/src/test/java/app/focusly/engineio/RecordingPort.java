package app.focusly.engineio;

import java.util.ArrayList;
import java.util.List;

/// Writes down what a session tells its owner; messages as they would travel over long-polling.
final class RecordingPort implements EnginePort {
  final List<String> messages = new ArrayList<>();
  final List<CloseReason> closed = new ArrayList<>();
  int finished;
  boolean flushWanted;

  /// What the owner does on each message, and when it hears of the end.
  Runnable onMessage = () -> {};

  Runnable onClosed = () -> {};

  @Override
  public void message(Packet.Text message) {
    record(message);
  }

  @Override
  public void message(Packet.Binary message) {
    record(message);
  }

  private void record(Packet message) {
    if (!closed.isEmpty()) {
      throw new AssertionError("a message after the end: " + message);
    }
    messages.add(PacketCodec.encodeText(message));
    onMessage.run();
  }

  @Override
  public void flushWanted() {
    flushWanted = true;
  }

  @Override
  public void closed(CloseReason reason) {
    closed.add(reason);
    if (closed.size() > 1 || finished > 0) {
      throw new AssertionError("closed again, or after finished: " + closed);
    }
    onClosed.run();
  }

  @Override
  public void finished() {
    finished++;
    if (closed.size() != 1 || finished > 1) {
      throw new AssertionError("finished before closed, or twice");
    }
  }
}
