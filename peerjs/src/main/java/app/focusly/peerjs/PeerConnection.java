package app.focusly.peerjs;

/// One WebSocket, as the broker sees it. The broker tells connections apart by `equals`, so an
/// implementation keeps the one of `Object`.
public interface PeerConnection {

  /// The client's address, by which connections are counted.
  String address();

  /// Sends a text frame, and says whether the socket took it. `false` means that the socket is
  /// closed or too far behind; the broker then closes it and forgets it. Never throws.
  boolean send(String frame);

  /// Closes the socket after what was sent; may be called again. Frames that still arrive are
  /// ignored by the broker.
  void close();
}
