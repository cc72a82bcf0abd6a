package app.focusly.engineio;

/// Until when the end of a polling session waits to be fetched.
final class EndTime {
  private static final long NEVER = Long.MAX_VALUE;

  /// How long a poll may lag behind the close that its client sent after it.
  private static final long OVERTAKEN_POLL_MILLIS = 500;

  private final long closeTimeoutMillis;
  private final long unarmedMillis;
  private long endByMillis = NEVER;
  private boolean unarmed;

  /// @param openedMillis a time that is over, for what is due at once
  EndTime(EngineOptions options, long openedMillis) {
    closeTimeoutMillis = options.closeTimeout().toMillis();
    unarmedMillis = openedMillis;
  }

  /// The server closed; the next tick, which knows the time, says how long.
  void begin() {
    unarmed = true;
  }

  /// The client closed, and is told nothing but that its poll is over.
  void beginForPoll(long nowMillis) {
    endByMillis = nowMillis + Math.min(OVERTAKEN_POLL_MILLIS, closeTimeoutMillis);
  }

  /// Whether it has waited long enough.
  boolean over(long nowMillis) {
    if (unarmed) {
      unarmed = false;
      endByMillis = nowMillis + closeTimeoutMillis;
      return false;
    }
    return nowMillis >= endByMillis;
  }

  long deadlineMillis() {
    return unarmed ? unarmedMillis : endByMillis;
  }
}
