package app.focusly.engineio;

/// Why a session ended, with the words of the reference implementation that listeners rely on.
public enum CloseReason {
  /// A request or frame that breaks the rules of its transport: an overlapping poll, a heartbeat in
  /// the wrong direction, a connection that broke.
  TRANSPORT_ERROR("transport error"),
  /// The client closed its transport.
  TRANSPORT_CLOSE("transport close"),
  /// The server ended the session.
  FORCED_CLOSE("forced close"),
  /// No pong within the ping timeout.
  PING_TIMEOUT("ping timeout"),
  /// A packet that could not be read.
  PARSE_ERROR("parse error"),
  /// The client reads more slowly than others write to it; what waited for it went past its limit.
  /// Ours alone: the reference lets the queue grow.
  SLOW_CONSUMER("slow consumer"),
  /// The client sent faster than it may for too long. Ours alone: the reference reads on.
  RATE_LIMITED("rate limited");

  private final String text;

  CloseReason(String text) {
    this.text = text;
  }

  /// The reason in the reference implementation's words, such as `ping timeout`.
  public String text() {
    return text;
  }
}
