package app.focusly.peerjs;

/// What became of a frame; there to be counted. Whatever the outcome, the sender's socket stays
/// open, and the sender counts as alive.
public enum Outcome {
  /// Handed to its destination's socket.
  RELAYED,
  /// Waits for its destination.
  QUEUED,
  /// Would have waited, but a limit was reached: the sender got `EXPIRE` at once.
  QUEUE_FULL,
  /// The destination's socket took no more: it was closed, and the sender got `LEAVE`.
  DESTINATION_LOST,
  /// A `LEAVE` or `EXPIRE` to a peer that is not connected.
  DROPPED,
  /// A sign of life.
  HEARTBEAT,
  /// The sender gave its id back.
  LEFT,
  /// Ignored: a type that clients do not send, an unknown one or none.
  OTHER_TYPE,
  /// Ignored: `dst` is missing, too long or not a string.
  NO_DESTINATION,
  /// Ignored: not a JSON object, nested too deep, or with too many sources.
  MALFORMED,
  /// Ignored: longer than a message may be.
  TOO_LARGE,
  /// Ignored: the socket was never admitted, has left, was replaced or closed.
  UNREGISTERED
}
