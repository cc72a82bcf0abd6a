package app.focusly.socketio;

import app.focusly.engineio.CloseReason;
import app.focusly.engineio.Packet;

/// A client connection's way down to its Engine.IO session. Except for [#execute], used on the
/// session's thread alone.
public interface EngineLink {

  /// Sends a message.
  void send(Packet message);

  /// Whether a message sent now would leave at once.
  boolean writable();

  /// Ends the session.
  void close(CloseReason reason);

  /// Runs a task on the session's thread: at once when the caller is on it. Afterwards the owner
  /// asks for [ClientConnection#deadlineMillis] anew.
  void execute(Runnable task);
}
