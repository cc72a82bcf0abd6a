package app.focusly.socketio;

import app.focusly.engineio.CloseReason;

/// Why a socket left its namespace, with the reference implementation's words.
public enum DisconnectReason {
  TRANSPORT_ERROR("transport error"),
  TRANSPORT_CLOSE("transport close"),
  FORCED_CLOSE("forced close"),
  PING_TIMEOUT("ping timeout"),
  PARSE_ERROR("parse error"),
  /// Ours alone: see [CloseReason#SLOW_CONSUMER].
  SLOW_CONSUMER("slow consumer"),
  /// Ours alone: see [CloseReason#RATE_LIMITED].
  RATE_LIMITED("rate limited"),
  SERVER_SHUTTING_DOWN("server shutting down"),
  FORCED_SERVER_CLOSE("forced server close"),
  CLIENT_NAMESPACE_DISCONNECT("client namespace disconnect"),
  SERVER_NAMESPACE_DISCONNECT("server namespace disconnect");

  private final String text;

  DisconnectReason(String text) {
    this.text = text;
  }

  /// The reason in the reference implementation's words.
  public String text() {
    return text;
  }

  static DisconnectReason of(CloseReason reason) {
    return switch (reason) {
      case TRANSPORT_ERROR -> TRANSPORT_ERROR;
      case TRANSPORT_CLOSE -> TRANSPORT_CLOSE;
      case FORCED_CLOSE -> FORCED_CLOSE;
      case PING_TIMEOUT -> PING_TIMEOUT;
      case PARSE_ERROR -> PARSE_ERROR;
      case SLOW_CONSUMER -> SLOW_CONSUMER;
      case RATE_LIMITED -> RATE_LIMITED;
    };
  }
}
