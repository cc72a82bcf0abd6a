package app.focusly.bench.generator;

/// One client's way to a server, over WebSocket or polling. Confined to the generator's loop.
public interface Link {

  /// Sends one Engine.IO packet of ASCII text.
  void send(byte[] packet);

  /// Ends the connection without ceremony.
  void close();
}
