package app.focusly.server.websocket;

import app.focusly.engineio.CloseReason;

/// What arrives on one WebSocket. Called on the connection's loop.
public interface WebSocketListener {

  /// A text message, whole and of valid UTF-8.
  void text(String message);

  /// A binary message, whole.
  void binary(byte[] message);

  /// A ping or pong frame; the ping has been answered.
  default void alive() {}

  /// The connection is gone. Called once.
  void closed(CloseReason reason);
}
