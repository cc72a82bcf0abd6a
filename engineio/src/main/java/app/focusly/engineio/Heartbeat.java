package app.focusly.engineio;

/// When the server pings, and how long it waits for the pong. In protocol 4 the server pings, so
/// that a browser's slowed timers do no harm.
final class Heartbeat {
  private static final long NEVER = Long.MAX_VALUE;

  private final EngineOptions options;
  private long pingAtMillis;
  private long pongByMillis = NEVER;

  Heartbeat(EngineOptions options, long nowMillis) {
    this.options = options;
    pingAtMillis = nowMillis + options.pingInterval().toMillis();
  }

  /// The client answered.
  void pong(long nowMillis) {
    pongByMillis = NEVER;
    pingAtMillis = nowMillis + options.pingInterval().toMillis();
  }

  /// Whether the client has not answered in time.
  boolean missed(long nowMillis) {
    return nowMillis >= pongByMillis;
  }

  /// Whether it is time to ping; if so, the pong is awaited from now on.
  boolean pingDue(long nowMillis) {
    if (nowMillis < pingAtMillis) {
      return false;
    }
    pingAtMillis = NEVER;
    pongByMillis = nowMillis + options.pingTimeout().toMillis();
    return true;
  }

  long deadlineMillis() {
    return Math.min(pingAtMillis, pongByMillis);
  }
}
