package app.focusly.engineio;

/// A WebSocket that wants to take over a polling session (engine.io-protocol, "Upgrade"): it asks
/// with `2probe`, and moves the session with `5`. Between the two the client pauses its polling,
/// for which its open poll must end.
final class Probe {
  private static final long NEVER = Long.MAX_VALUE;

  /// How long a poll that came after the probe stays open until a noop ends it. Time for the move
  /// to come, which went by another connection, when the client sent it before the poll.
  private static final long NOOP_DELAY_MILLIS = 100;

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

  /// Answers `2probe`; the poll that is open now ends at once.
  void answer(long nowMillis) {
    answered = true;
    sink.send(PONG);
    noopAtMillis = nowMillis;
  }

  boolean answered() {
    return answered;
  }

  /// The client polled: it had not read the answer yet, or has moved already.
  void polled(long nowMillis) {
    if (answered) {
      noopAtMillis = nowMillis + NOOP_DELAY_MILLIS;
    }
  }

  /// Whether it has taken too long.
  boolean expired(long nowMillis) {
    return nowMillis >= endsAtMillis;
  }

  /// Whether it is time to end the open poll; if so, not again until the client polls.
  boolean noopDue(long nowMillis) {
    if (nowMillis < noopAtMillis) {
      return false;
    }
    noopAtMillis = NEVER;
    return true;
  }

  void close() {
    sink.close();
  }

  long deadlineMillis() {
    return Math.min(noopAtMillis, endsAtMillis);
  }
}
