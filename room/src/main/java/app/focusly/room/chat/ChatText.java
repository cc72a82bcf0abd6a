package app.focusly.room.chat;

/// What the text of a message may hold.
final class ChatText {
  private ChatText() {}

  /// Whether there is no control character but newline and tab, and no half of a surrogate pair.
  static boolean isPlain(String text) {
    return text.codePoints()
        .allMatch(codePoint ->
            switch (Character.getType(codePoint)) {
              case Character.CONTROL -> codePoint == '\n' || codePoint == '\t';
              case Character.SURROGATE -> false;
              default -> true;
            });
  }

  /// Whether nothing of it can be seen: white space, and signs that only change how others look.
  static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(codePoint ->
            Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT);
  }
}
