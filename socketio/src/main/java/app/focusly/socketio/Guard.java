package app.focusly.socketio;

/// Runs what the application has registered: what it throws must not end a connection, nor keep
/// others from running.
record Guard(FailureListener failures) {

  void run(String event, Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException failure) { // the application's own, told to whoever watches it
      failures.failed(event, failure);
    }
  }
}
