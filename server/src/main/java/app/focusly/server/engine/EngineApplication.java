package app.focusly.server.engine;

import app.focusly.server.websocket.Loop;
import app.focusly.socketio.EngineLink;
import app.focusly.socketio.Handshake;

/// What an Engine.IO server carries.
@FunctionalInterface
public interface EngineApplication {

  /// A session begins; called on its loop.
  SessionHandler open(Handshake handshake, EngineLink link, Loop loop);
}
