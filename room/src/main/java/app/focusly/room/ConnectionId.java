package app.focusly.room;

/// One socket, by the id that the server gave it.
///
/// @param value not blank; a Socket.IO id
public record ConnectionId(String value) {
  public ConnectionId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a connection id is not blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
