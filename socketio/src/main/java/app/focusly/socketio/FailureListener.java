package app.focusly.socketio;

/// Hears of listeners that threw; their connection goes on.
@FunctionalInterface
public interface FailureListener {

  /// A listener of this event, or of `connection`, `disconnecting`, `disconnect`, `error`, `ack`,
  /// `fetch` or `new_namespace`, threw.
  void failed(String event, RuntimeException failure);
}
