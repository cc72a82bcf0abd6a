package app.focusly.yjs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/// Values as JSON, which is how embedded objects and the marks of text are written.
final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /// @throws InvalidUpdateException when it is not JSON
  static Value parse(String text) {
    var json = new Json(text);
    json.space();
    Value value = json.value(0);
    json.space();
    if (json.at < text.length()) {
      throw malformed();
    }
    return value;
  }

  private Value value(int depth) {
    return switch (peek()) {
      case '{' -> fields(deeper(depth));
      case '[' -> sequence(deeper(depth));
      case '"' -> new Value.Text(string());
      case 't' -> word("true", new Value.Flag(true));
      case 'f' -> word("false", new Value.Flag(false));
      case 'n' -> word("null", Value.Nothing.NULL);
      default -> number();
    };
  }

  private Value fields(int depth) {
    Map<String, Value> fields = new LinkedHashMap<>();
    at++;
    space();
    while (peek() != '}') {
      comma(fields.isEmpty());
      String name = string();
      space();
      expect(':');
      space();
      fields.put(name, value(depth));
      space();
    }
    at++;
    return new Value.Fields(fields);
  }

  private Value sequence(int depth) {
    var values = new ArrayList<Value>();
    at++;
    space();
    while (peek() != ']') {
      comma(values.isEmpty());
      values.add(value(depth));
      space();
    }
    at++;
    return new Value.Sequence(values);
  }

  private void comma(boolean first) {
    if (!first) {
      expect(',');
      space();
    }
  }

  private String string() {
    expect('"');
    int from = at;
    while (peek() != '"' && peek() != '\\') {
      at++;
    }
    if (peek() == '"') {
      String plain = text.substring(from, at++);
      requireNoControls(plain);
      return plain;
    }
    return escaped(new StringBuilder(text.substring(from, at)));
  }

  private String escaped(StringBuilder string) {
    while (peek() != '"') {
      char next = text.charAt(at++);
      string.append(next == '\\' ? escape() : requireNoControl(next));
    }
    at++;
    return string.toString();
  }

  private char escape() {
    char escape = peek();
    at++;
    return switch (escape) {
      case '"', '\\', '/' -> escape;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> throw malformed();
    };
  }

  private char unit() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      char letter = peek();
      int digit = letter < 0x80 ? Character.digit(letter, 16) : -1;
      if (digit < 0) {
        throw malformed();
      }
      value = value << 4 | digit;
      at++;
    }
    return (char) value;
  }

  private Value number() {
    int from = at;
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    if (has('.')) {
      at++;
      digits();
    }
    if (has('e') || has('E')) {
      at++;
      if (has('+') || has('-')) {
        at++;
      }
      digits();
    }
    return new Value.Real(Double.parseDouble(text.substring(from, at)));
  }

  private void digits() {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == from) {
      throw malformed();
    }
  }

  private Value word(String word, Value value) {
    if (!text.startsWith(word, at)) {
      throw malformed();
    }
    at += word.length();
    return value;
  }

  private void space() {
    while (has(' ') || has('\n') || has('\t') || has('\r')) {
      at++;
    }
  }

  private boolean has(char letter) {
    return at < text.length() && text.charAt(at) == letter;
  }

  private char peek() {
    if (at == text.length()) {
      throw malformed();
    }
    return text.charAt(at);
  }

  private void expect(char letter) {
    if (peek() != letter) {
      throw malformed();
    }
    at++;
  }

  private static void requireNoControls(String plain) {
    for (int i = 0; i < plain.length(); i++) {
      requireNoControl(plain.charAt(i));
    }
  }

  private static char requireNoControl(char letter) {
    if (letter < ' ') {
      throw malformed();
    }
    return letter;
  }

  private static int deeper(int depth) {
    if (depth == AnyValues.MAX_DEPTH) {
      throw malformed();
    }
    return depth + 1;
  }

  private static InvalidUpdateException malformed() {
    return new InvalidUpdateException("an embedded value is not JSON");
  }
}
