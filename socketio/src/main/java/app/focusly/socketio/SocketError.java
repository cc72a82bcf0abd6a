package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// What a listener of a socket's errors hears.
public sealed interface SocketError {
  /// What went wrong.
  String message();

  /// The client sent what cannot be read; the connection is closed.
  record Malformed(String message) implements SocketError {}

  /// An [EventMiddleware] refused an event; the connection goes on.
  ///
  /// @param event its name
  /// @param data what the check had to say beside the message
  record Refused(String event, String message, @Nullable JsonNode data) implements SocketError {}
}
