package app.focusly.socketio;

/// What arrived is no Socket.IO packet. The reference closes the connection on it, and so do we.
public final class MalformedSocketPacketException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MalformedSocketPacketException(String message) {
    super(message);
  }
}
