package app.focusly.server.websocket;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// What passed one loop's WebSockets, counted by the loop alone, so that counting costs a broadcast
/// next to nothing; others may read it at any time.
public final class Traffic {
  private static final VarHandle OPENED = field("opened");
  private static final VarHandle CLOSED = field("closed");
  private static final VarHandle RECEIVED = field("received");
  private static final VarHandle SENT = field("sent");

  private long opened;
  private long closed;
  private long received;
  private long sent;

  private static VarHandle field(String name) {
    try {
      return MethodHandles.lookup().findVarHandle(Traffic.class, name, long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  void connectionOpened() {
    OPENED.setOpaque(this, opened + 1);
  }

  void connectionClosed() {
    CLOSED.setOpaque(this, closed + 1);
  }

  void frameReceived() {
    RECEIVED.setOpaque(this, received + 1);
  }

  void frameSent() {
    SENT.setOpaque(this, sent + 1);
  }

  /// WebSockets that are open.
  public long open() {
    return (long) OPENED.getOpaque(this) - (long) CLOSED.getOpaque(this);
  }

  /// Frames that came, control frames and fragments too.
  public long received() {
    return (long) RECEIVED.getOpaque(this);
  }

  /// Messages that went out, heartbeats too.
  public long sent() {
    return (long) SENT.getOpaque(this);
  }
}
