package app.focusly.room.access;

import java.util.Locale;

/// How somebody new gets into a room.
public enum Entry {
  /// They come in.
  FREE,
  /// They wait until an owner lets them in.
  ADMISSION;

  /// The way in as it goes over the wire.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
