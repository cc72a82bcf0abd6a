package app.focusly.room.member;

import app.focusly.room.payload.Text;

/// The name that a member wants to be called by.
///
/// @param value 1 to 64 code points on one line, without white space at its ends
public record MemberName(String value) {
  /// What fits below a video tile.
  public static final int MAX_CODE_POINTS = 64;

  public MemberName {
    if (value.isEmpty() || isTooLong(value) || !value.equals(value.strip()) || !isPlain(value)) {
      throw new IllegalArgumentException("not a name");
    }
  }

  static boolean isTooLong(String stripped) {
    return stripped.codePointCount(0, stripped.length()) > MAX_CODE_POINTS;
  }

  static boolean isPlain(String stripped) {
    return !stripped.isEmpty() && Text.isOneLine(stripped);
  }

  @Override
  public String toString() {
    return value;
  }
}
