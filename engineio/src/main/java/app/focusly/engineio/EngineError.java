package app.focusly.engineio;

/// How a request is refused: a number and a message that clients show, in a JSON body
/// `{"code":…,"message":…}`, with the HTTP status that goes with it.
public enum EngineError {
  /// `transport` is neither `polling` nor `websocket`.
  UNKNOWN_TRANSPORT(0, 400, "Transport unknown"),
  /// `sid` names no session here: it ended, or the server started anew.
  UNKNOWN_SESSION(1, 400, "Session ID unknown"),
  /// A session begins with GET.
  BAD_HANDSHAKE_METHOD(2, 400, "Bad handshake method"),
  /// Anything else that breaks the protocol, such as a poll beside another.
  BAD_REQUEST(3, 400, "Bad request"),
  /// The server does not take this client.
  FORBIDDEN(4, 403, "Forbidden"),
  /// `EIO` is not 4.
  UNSUPPORTED_PROTOCOL_VERSION(5, 400, "Unsupported protocol version"),
  /// The body is larger than `maxPayload`.
  PAYLOAD_TOO_LARGE(3, 413, "Payload too large"),
  /// The server holds as many sessions as it is allowed to.
  TOO_MANY_SESSIONS(4, 503, "Too many sessions"),
  /// The client, or its address, has or asks for more than it may.
  RATE_LIMITED(4, 429, "Rate limited");

  private final int code;
  private final int status;
  private final String message;

  EngineError(int code, int status, String message) {
    this.code = code;
    this.status = status;
    this.message = message;
  }

  /// The number within the Engine.IO protocol.
  public int code() {
    return code;
  }

  /// The HTTP status.
  public int status() {
    return status;
  }

  /// The words within the Engine.IO protocol.
  public String message() {
    return message;
  }
}
