package app.focusly.server.engine;

import app.focusly.engineio.CloseReason;
import app.focusly.server.websocket.Loop;
import app.focusly.socketio.ClientConnection;
import app.focusly.socketio.DisconnectReason;
import app.focusly.socketio.EngineLink;
import app.focusly.socketio.Handshake;
import app.focusly.socketio.SocketIoServer;

/// Socket.IO on each session.
public final class SocketIoApplication implements EngineApplication {
  private final SocketIoServer server;

  public SocketIoApplication(SocketIoServer server) {
    this.server = server;
  }

  @Override
  public SessionHandler open(Handshake handshake, EngineLink link, Loop loop) {
    var client = new ClientConnection(server, handshake, link, loop.nowMillis());
    return new SessionHandler() {
      @Override
      public void text(String message, long nowMillis) {
        client.text(message, nowMillis);
      }

      @Override
      public void binary(byte[] message, long nowMillis) {
        client.binary(message, nowMillis);
      }

      @Override
      public boolean joined() {
        return client.joined();
      }

      @Override
      public void closed(CloseReason reason) {
        client.closed(reason);
      }

      @Override
      public long deadlineMillis() {
        return client.deadlineMillis();
      }

      @Override
      public void tick(long nowMillis) {
        client.tick(nowMillis);
      }

      @Override
      public void shutDown() {
        client.disconnect(DisconnectReason.SERVER_SHUTTING_DOWN);
      }
    };
  }
}
