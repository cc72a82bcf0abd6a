import org.jspecify.annotations.NullMarked;

/// The PeerJS broker: who is connected, relayed messages, queues and expiry, without IO, clock or
/// thread.
@NullMarked
module app.focusly.peerjs {
  requires static org.jspecify;
  requires com.fasterxml.jackson.core;

  exports app.focusly.peerjs;
}
