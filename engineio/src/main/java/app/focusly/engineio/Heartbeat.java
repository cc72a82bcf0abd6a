package app.focusly.engineio;

/// When the server pings, and how long it waits for the pong. In protocol 4 the server pings, so
/// that a browser's slowed timers do no harm.
final class Heartbeat {
  private static final long NEVER = Long.MAX_VALUE;

  /// How much of a pong's time a late timer may cost; a server that halted longer bears the rest.
  private static final long MAX_LATE_MILLIS = 50;

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

  /// Whether it is time to ping; if so, the pong is awaited from now on. Its time counts from when
  /// the ping was due, so that a timer that is a little late does not move the end.
  boolean pingDue(long nowMillis) {
    if (nowMillis < pingAtMillis) {
      return false;
    }
    long timeout = options.pingTimeout().toMillis();
    long late = Math.min(nowMillis - pingAtMillis, Math.min(MAX_LATE_MILLIS, timeout / 2));
    pongByMillis = nowMillis - late + timeout;
    pingAtMillis = NEVER;
    return true;
  }

  long deadlineMillis() {
    return Math.min(pingAtMillis, pongByMillis);
  }
}
