package app.focusly.peerjs;

/// The types of message that the protocol knows, and [#OTHER] for what it does not.
enum MessageType {
  OPEN,
  HEARTBEAT,
  OFFER,
  ANSWER,
  CANDIDATE,
  LEAVE,
  EXPIRE,
  ERROR,
  ID_TAKEN,
  INVALID_KEY,
  OTHER;

  /// Whether a message that finds its destination absent waits for it: what opens a connection is
  /// worth that, what ends one is not.
  boolean mayWait() {
    return switch (this) {
      case OFFER, ANSWER, CANDIDATE -> true;
      case OPEN, HEARTBEAT, LEAVE, EXPIRE, ERROR, ID_TAKEN, INVALID_KEY, OTHER -> false;
    };
  }

  static MessageType named(String name) {
    return switch (name) {
      case "OPEN" -> OPEN;
      case "HEARTBEAT" -> HEARTBEAT;
      case "OFFER" -> OFFER;
      case "ANSWER" -> ANSWER;
      case "CANDIDATE" -> CANDIDATE;
      case "LEAVE" -> LEAVE;
      case "EXPIRE" -> EXPIRE;
      case "ERROR" -> ERROR;
      case "ID-TAKEN" -> ID_TAKEN;
      case "INVALID-KEY" -> INVALID_KEY;
      default -> OTHER;
    };
  }
}
