package app.focusly.engineio;

/// A text as a JSON string, written as `JSON.stringify` of ECMAScript writes it.
final class JsonText {
  private JsonText() {}

  static String quote(String text) {
    var quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      switch (next) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\b' -> quoted.append("\\b");
        case '\f' -> quoted.append("\\f");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (next < ' ' || isLoneSurrogate(text, i)) {
            escape(quoted, next);
          } else {
            quoted.append(next);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean isLoneSurrogate(String text, int at) {
    char here = text.charAt(at);
    if (Character.isHighSurrogate(here)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(here)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  /// The character by its number.
  static void escape(StringBuilder to, char character) {
    to.append(String.format("\\u%04x", (int) character));
  }
}
