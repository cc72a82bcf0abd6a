package app.focusly.server.engine;

import app.focusly.engineio.CloseReason;

/// What lives on one Engine.IO session, such as a Socket.IO client. Confined to the session's loop;
/// times are milliseconds of the loops' monotonic clock.
public interface SessionHandler {

  /// A text message came.
  void text(String message, long nowMillis);

  /// A binary message came.
  void binary(byte[] message, long nowMillis);

  /// Whether the client has joined what it came for, such as a namespace; a session that has not
  /// counts against a limit of its own.
  boolean joined();

  /// The session is over.
  void closed(CloseReason reason);

  /// When [#tick] has something to do; [Long#MAX_VALUE] when nothing is due.
  long deadlineMillis();

  /// Does what is due.
  void tick(long nowMillis);

  /// Ends the session because the server stops.
  void shutDown();
}
