package app.focusly.server.http;

/// Whether the server takes clients, as `/readyz` tells it.
public enum Readiness {
  READY(200, "ready"),
  STOPPING(503, "stopping"),
  /// Rooms that are in memory can be read, and calls go on; nothing new lasts.
  STORAGE_UNAVAILABLE(503, "storage unavailable");

  private final int status;
  private final String text;

  Readiness(int status, String text) {
    this.status = status;
    this.text = text;
  }

  int status() {
    return status;
  }

  String text() {
    return text;
  }
}
