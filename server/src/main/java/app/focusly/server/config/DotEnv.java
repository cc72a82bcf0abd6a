package app.focusly.server.config;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a `.env` file: `NAME=value` a line, with or without `export` before it. Lines that begin
/// with `#` are comments. Quotes around a whole value are taken off; everything within it stands
/// for itself, `$` and `\` too, since secrets are made of such.
final class DotEnv {
  private static final Pattern LINE =
      Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\\s*=\\s*(.*)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

  private DotEnv() {}

  /// The variables by name; the last of several counts.
  ///
  /// @throws IllegalArgumentException when a line is no assignment
  static Map<String, String> parse(String text) {
    var values = new HashMap<String, String>();
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("line " + number + " is not NAME=value");
      }
      values.put(matcher.group(1), unquoted(matcher.group(2)));
    }
    return values;
  }

  private static String unquoted(String value) {
    Matcher quoted = QUOTED.matcher(value);
    if (!quoted.matches()) {
      return value;
    }
    return quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
  }
}
