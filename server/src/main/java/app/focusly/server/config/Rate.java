package app.focusly.server.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How often something may happen: so many a second for as long as it goes on, and so many at once
/// after a rest.
///
/// @param perSecond 0 for no limit
/// @param burst how many may come at once
public record Rate(int perSecond, int burst) {
  /// No limit.
  public static final Rate UNLIMITED = new Rate(0, 0);

  private static final Pattern FORM = Pattern.compile("(\\d{1,8})/(\\d{1,9})");

  public Rate {
    if (perSecond < 0 || burst < perSecond) {
      throw new IllegalArgumentException("a burst is at least what one second may bring");
    }
  }

  /// Reads `rate/burst`, or `off`.
  static Optional<Rate> parse(String text) {
    if (text.equals("off") || text.equals("0")) {
      return Optional.of(UNLIMITED);
    }
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int perSecond = Integer.parseInt(matcher.group(1));
    int burst = Integer.parseInt(matcher.group(2));
    return perSecond == 0 || burst < perSecond
        ? Optional.empty()
        : Optional.of(new Rate(perSecond, burst));
  }

  /// Whether there is a limit.
  public boolean limited() {
    return perSecond > 0;
  }
}
