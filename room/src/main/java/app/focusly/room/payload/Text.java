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

  /// Whether there is no control character but newline and tab, and no half of a surrogate pair.
  public static boolean isPlain(String text) {
    return text.codePoints()
        .allMatch(codePoint ->
            switch (Character.getType(codePoint)) {
              case Character.CONTROL -> codePoint == '\n' || codePoint == '\t';
              case Character.SURROGATE -> false;
              default -> true;
            });
  }

  /// Whether nothing of it can be seen: white space, and signs that only change how others look.
  public static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(codePoint ->
            Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT);
  }

  /// How many characters a person would say it has, nearly: its code points.
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
