package app.focusly.bench.generator;

/// One client's way to a server, over WebSocket or polling. Confined to the generator's loop.
public interface Link {

  /// Sends one Engine.IO packet of ASCII text.
  void send(byte[] packet);

  /// Sends bytes as a message of their own, which the packet before announced.
  void attach(byte[] attachment);

  /// Says goodbye as the protocol has it; the inbox hears when the connection is gone.
  void finish();

  /// Ends the connection without ceremony; the inbox hears nothing more.
  void close();
}
