package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;

/// The answer that a client awaits to an event.
public interface Ack {

  /// Whether the client asked for an answer; else [#send] does nothing.
  boolean wanted();

  /// Answers. Only the first call counts.
  void send(JsonNode... arguments);
}
