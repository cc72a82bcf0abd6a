package app.focusly.peerjs;

/// How a handshake ended. Refusals are in the order in which they are checked.
public enum Admission {
  /// No id, token or key.
  INCOMPLETE(Frames.error("No id, token, or key supplied to websocket server")),
  /// The key of another application.
  WRONG_KEY(Frames.error("Invalid key provided")),
  /// An id or token beyond its limit.
  TOO_LONG(Frames.error("The id or token supplied is too long")),
  /// The id is connected, or held for its client's return, with another token.
  ID_TAKEN(Frames.ID_TAKEN),
  /// Too many peers are connected.
  FULL(Frames.error("Server has reached its concurrent user limit")),
  /// Too many peers are connected from the client's address.
  ADDRESS_FULL(Frames.error("Too many peers are connected from this address")),
  /// The id is connected with the same token: the new socket takes over, the old one is closed.
  RESUMED(Frames.OPEN),
  /// A new peer.
  OPENED(Frames.OPEN);

  private final String frame;

  Admission(String frame) {
    this.frame = frame;
  }

  public boolean isAdmitted() {
    return this == OPENED || this == RESUMED;
  }

  /// What the client hears first.
  String frame() {
    return frame;
  }
}
