package app.focusly.engineio;

import java.util.Optional;

/// How a client and the server reach each other.
public enum Transport {
  /// HTTP long-polling.
  POLLING("polling"),
  /// WebSocket.
  WEBSOCKET("websocket");

  private final String text;

  Transport(String text) {
    this.text = text;
  }

  /// The name in requests and handshakes.
  public String text() {
    return text;
  }

  /// The transport of this name.
  public static Optional<Transport> of(String text) {
    for (Transport transport : values()) {
      if (transport.text.equals(text)) {
        return Optional.of(transport);
      }
    }
    return Optional.empty();
  }
}
