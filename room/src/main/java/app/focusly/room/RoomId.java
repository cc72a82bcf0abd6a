package app.focusly.room;

import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a room as it stands in its address.
///
/// @param value 1 to 64 of the letters a to z and A to Z, digits, `-` and `_`
public record RoomId(String value) {
  /// Enough for a readable name; what a file name, a URL and a log line carry without trouble.
  public static final int MAX_LENGTH = 64;

  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-]{1," + MAX_LENGTH + "}");

  public RoomId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a room id");
    }
  }

  /// The room id that this text is, if it is one.
  public static Optional<RoomId> parse(String text) {
    return isValid(text) ? Optional.of(new RoomId(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return VALID.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
