import org.jspecify.annotations.NullMarked;

/// Engine.IO v4: packets, the polling payload codec and the session's state machine, without IO,
/// clock or thread.
@NullMarked
module app.focusly.engineio {
  requires static org.jspecify;

  exports app.focusly.engineio;
}
