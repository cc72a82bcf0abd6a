package app.focusly.server.note;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Text as Markdown that reads as nothing but that text.
final class MarkdownText {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>~|]|&(?=#?\\w{1,31};)");

  /// What begins a heading, a list, a rule or an underline.
  private static final Pattern LINE_START = Pattern.compile("^(\\d{0,9})([-+#=.)])");

  private static final Pattern HEADING_END = Pattern.compile("#$");
  private static final Pattern UNSAFE_IN_ADDRESS = Pattern.compile("[\\s\\p{Cntrl}()<>\\\\|]");
  private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):");
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private MarkdownText() {}

  static String escaped(String text) {
    return SPECIAL.matcher(text).replaceAll("\\\\$0");
  }

  /// Of text that is escaped already and begins a line.
  static String lineStart(String text) {
    return LINE_START.matcher(text).replaceFirst("$1\\\\$2");
  }

  /// Of the text of a heading, which may end with as many of these as it began with.
  static String headingEnd(String text) {
    return HEADING_END.matcher(text).replaceFirst("\\\\#");
  }

  /// Code within a line.
  static String code(String text) {
    String fence = fence(text, 1);
    boolean touches = text.startsWith("`") || text.endsWith("`");
    return touches ? fence + " " + text + " " + fence : fence + text + fence;
  }

  /// So many backticks that none in the text ends it, and at least so many.
  static String fence(String text, int least) {
    int longest =
        BACKTICKS.matcher(text).results().mapToInt(run -> run.end() - run.start()).max().orElse(0);
    return "`".repeat(Math.max(least, longest + 1));
  }

  /// Whether a link may go there: a script is no address.
  static boolean isSafe(String address) {
    var scheme = SCHEME.matcher(address.strip());
    return !address.isBlank()
        && (!scheme.find() || SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT)));
  }

  static String address(String address) {
    return UNSAFE_IN_ADDRESS.matcher(address.strip()).replaceAll(unsafe -> percent(unsafe.group()));
  }

  private static String percent(String text) {
    var encoded = new StringBuilder();
    for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
      encoded.append("%%%02X".formatted(next));
    }
    return encoded.toString();
  }
}
