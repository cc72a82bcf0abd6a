package app.focusly.room.access;

import app.focusly.room.payload.Text;
import java.util.Optional;

/// What a room is called by who made it.
///
/// @param value 1 to 64 code points on one line, without white space at its ends
public record RoomName(String value) {
  /// As long as a member's name.
  public static final int MAX_CODE_POINTS = 64;

  public RoomName {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a room's name");
    }
  }

  /// The name that this text is once white space at its ends is taken off, if it is one.
  public static Optional<RoomName> parse(String text) {
    String stripped = text.strip();
    return isValid(stripped) ? Optional.of(new RoomName(stripped)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return !text.isEmpty()
        && text.equals(text.strip())
        && text.codePointCount(0, text.length()) <= MAX_CODE_POINTS
        && Text.isOneLine(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
