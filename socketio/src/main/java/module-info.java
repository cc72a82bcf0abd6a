import org.jspecify.annotations.NullMarked;

/// Socket.IO v5 on Engine.IO v4: packets, namespaces, rooms and acknowledgements, without IO, clock
/// or thread.
@NullMarked
module app.focusly.socketio {
  requires static org.jspecify;
  requires transitive app.focusly.engineio;
  requires transitive com.fasterxml.jackson.databind;

  exports app.focusly.socketio;
}
