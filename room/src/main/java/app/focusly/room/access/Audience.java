package app.focusly.room.access;

import java.util.Locale;

/// Who may use something that a room's owner decides upon.
public enum Audience {
  /// Everyone in the room, guests included.
  EVERYONE,
  /// Its owners alone.
  OWNER;

  /// The audience as it goes over the wire.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
