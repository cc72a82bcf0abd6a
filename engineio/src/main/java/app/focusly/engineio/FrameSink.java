package app.focusly.engineio;

/// The sending side of one WebSocket connection.
public interface FrameSink {

  /// Sends a packet as one frame. A packet that goes to many sinks one after another is the same
  /// object each time, so that its frame can be made once.
  void send(Packet packet);

  /// Whether what was sent leaves at once; false while the client reads too slowly.
  boolean writable();

  /// Bytes that were sent but not yet taken by the client's machine.
  long waitingBytes();

  /// Closes the connection after what was sent.
  void close();

  /// Closes the connection after what was sent, and says why where the transport has words for it.
  default void close(CloseReason reason) {
    close();
  }
}
