package app.focusly.room.timer;

import app.focusly.room.payload.Text;

/// Lengths under a name that the room gave them.
///
/// @param name one line of 1 to 40 code points, without white space at its ends
public record Preset(String name, Lengths lengths) {
  /// What fits on a button.
  public static final int MAX_NAME_CODE_POINTS = 40;

  public Preset {
    if (!isName(name)) {
      throw new IllegalArgumentException("not a preset's name");
    }
  }

  static boolean isName(String text) {
    return !text.isEmpty()
        && text.equals(text.strip())
        && text.codePointCount(0, text.length()) <= MAX_NAME_CODE_POINTS
        && Text.isOneLine(text);
  }
}
