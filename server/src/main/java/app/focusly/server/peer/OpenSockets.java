package app.focusly.server.peer;

import app.focusly.server.websocket.WebSocketConnection;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The broker's sockets, so that all of them can be told when the server stops. Lives on the
/// broker's loop, but for [#awaitNone]. The broker's own limits bound it.
final class OpenSockets {
  /// What clients are told: 1001, going away.
  private static final WebSocketCloseStatus GOING_AWAY = WebSocketCloseStatus.ENDPOINT_UNAVAILABLE;

  private final Set<WebSocketConnection> open = new HashSet<>();
  private final CountDownLatch none = new CountDownLatch(1);
  private boolean closing;

  /// Keeps a new socket, or closes it when all are being closed.
  ///
  /// @return whether it may stay
  boolean add(WebSocketConnection connection) {
    if (closing) {
      connection.close(GOING_AWAY);
      return false;
    }
    return open.add(connection);
  }

  void remove(WebSocketConnection connection) {
    open.remove(connection);
    if (closing && open.isEmpty()) {
      none.countDown();
    }
  }

  /// Tells every client that the server goes away, and takes no new one.
  void closeAll() {
    closing = true;
    open.forEach(connection -> connection.close(GOING_AWAY));
    if (open.isEmpty()) {
      none.countDown();
    }
  }

  /// Waits until every client has answered its close frame.
  ///
  /// @return whether all did
  boolean awaitNone(Duration atMost) throws InterruptedException {
    return none.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }
}
