package app.focusly.engineio;

/// A WebSocket that wants to take over a polling session (engine.io-protocol, "Upgrade"): it asks
/// with `2probe`, and moves the session with `5`. Between the two the client pauses its polling,
/// for which its open poll must end.
final class Probe {
  private static final long NEVER = Long.MAX_VALUE;

  /// How often an open poll is ended with a noop while the probe waits.
  private static final long NOOP_INTERVAL_MILLIS = 100;

  private static final Packet PONG = new Packet.Pong("probe");

  private final FrameSink sink;
  private final long endsAtMillis;
  private boolean answered;
  private long noopAtMillis = NEVER;

  Probe(FrameSink sink, long endsAtMillis) {
    this.sink = sink;
    this.endsAtMillis = endsAtMillis;
  }

  @SuppressWarnings("ReferenceEquality") // which of two connections, not what they are like
  boolean isOn(FrameSink other) {
    return sink == other;
  }

  void answer(long nowMillis) {
    answered = true;
    sink.send(PONG);
    noopAtMillis = nowMillis;
  }

  boolean answered() {
    return answered;
  }

  /// The client polled, though it should pause.
  void polled(long nowMillis) {
    if (answered) {
      noopAtMillis = nowMillis;
    }
  }

  /// Whether it has taken too long.
  boolean expired(long nowMillis) {
    return nowMillis >= endsAtMillis;
  }

  /// Whether it is time to end the open poll; if so, the next time is set.
  boolean noopDue(long nowMillis) {
    if (nowMillis < noopAtMillis) {
      return false;
    }
    noopAtMillis = nowMillis + NOOP_INTERVAL_MILLIS;
    return true;
  }

  void close() {
    sink.close();
  }

  long deadlineMillis() {
    return Math.min(noopAtMillis, endsAtMillis);
  }
}
