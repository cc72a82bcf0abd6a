package app.focusly.peerjs;

/// Where a message says that it goes.
sealed interface Destination {

  /// No `dst`, `null` or an empty string: the message is to the server.
  record None() implements Destination {}

  /// A peer, connected or not.
  record Named(String id) implements Destination {}

  /// A `dst` that cannot name a peer.
  record Unusable() implements Destination {}
}
