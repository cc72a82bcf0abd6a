package app.focusly.engineio;

/// What a session tells the layer that owns it. Called on the session's own thread, from within the
/// call that caused it.
public interface EnginePort {

  /// A message came.
  void message(Packet.Text message);

  /// A binary message came.
  void message(Packet.Binary message);

  /// Packets wait for a poll that is open: call [EngineSession#flush()] before this turn ends, so
  /// that all of a turn's packets leave in one response.
  void flushWanted();

  /// The session is over: no message comes any more, and what is sent is dropped. Called once.
  void closed(CloseReason reason);

  /// Nothing is left to fetch: forget the session's id. Called once, after [#closed].
  void finished();
}
