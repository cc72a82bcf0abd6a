package app.focusly.socketio;

import app.focusly.engineio.CloseReason;
import app.focusly.engineio.Packet;

/// A client connection's way down to its Engine.IO session.
public interface EngineLink {

  /// Sends a message.
  void send(Packet message);

  /// Whether a message sent now would leave at once.
  boolean writable();

  /// [ClientConnection#deadlineMillis] is earlier than it was; perhaps in the turn of another
  /// client.
  void deadlineMoved();

  /// Ends the session.
  void close(CloseReason reason);
}
