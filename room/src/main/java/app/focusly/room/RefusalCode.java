package app.focusly.room;

/// Why an event was refused. The list is the wire's, so some codes are given by the server alone.
public enum RefusalCode {
  /// A field is missing or of the wrong type; the path says which.
  INVALID_PAYLOAD("invalid-payload"),
  /// The room id is not 1 to 64 letters, digits, `-` and `_`.
  INVALID_ROOM_ID("invalid-room-id"),
  /// The user id is empty, longer than 128, or has control characters.
  INVALID_USER_ID("invalid-user-id"),
  /// The name is longer than 64 characters.
  NAME_TOO_LONG("name-too-long"),
  /// As many members are present as the room takes.
  ROOM_FULL("room-full"),
  /// The member has as many connections in this room as one may have.
  TOO_MANY_CONNECTIONS("too-many-connections"),
  /// The connection is in no room.
  NOT_JOINED("not-joined"),
  /// The client asked for a protocol that this server does not speak.
  UNSUPPORTED_PROTOCOL("unsupported-protocol"),
  /// No other connection in this room has that user id.
  UNKNOWN_USER("unknown-user"),
  /// The server has no event of that name.
  UNKNOWN_EVENT("unknown-event"),
  /// Too many events in too short a time.
  RATE_LIMITED("rate-limited"),
  /// The server is about to stop.
  SERVER_GOING_DOWN("server-going-down"),
  /// The server could not store what happened, or does not know whether it did.
  STORAGE_UNAVAILABLE("storage-unavailable"),
  /// Too much waits to be stored; nothing happened.
  STORAGE_BUSY("storage-busy"),
  /// The server's own fault.
  INTERNAL_ERROR("internal-error");

  private final String text;

  RefusalCode(String text) {
    this.text = text;
  }

  /// The code as it goes over the wire.
  public String text() {
    return text;
  }
}
