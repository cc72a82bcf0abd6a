package app.focusly.room.payload;

/// What text from clients may hold.
public final class Text {
  private Text() {}

  /// Whether the text is one line that every client shows and sends back alike: no control
  /// character, no line or paragraph separator, and no half of a surrogate pair, which UTF-8 cannot
  /// carry.
  public static boolean isOneLine(String text) {
    return text.codePoints()
        .allMatch(codePoint ->
            switch (Character.getType(codePoint)) {
              case Character.CONTROL,
                  Character.SURROGATE,
                  Character.LINE_SEPARATOR,
                  Character.PARAGRAPH_SEPARATOR ->
                  false;
              default -> true;
            });
  }
}
