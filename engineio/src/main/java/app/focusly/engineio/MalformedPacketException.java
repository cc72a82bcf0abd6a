package app.focusly.engineio;

/// What arrived is no Engine.IO packet. The session that it came for ends with
/// [CloseReason#PARSE_ERROR].
public final class MalformedPacketException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedPacketException(String message) {
    super(message);
  }

  MalformedPacketException(String message, Throwable cause) {
    super(message, cause);
  }
}
