package app.focusly.room.journal;

import java.util.Optional;
import java.util.regex.Pattern;

/// The id that a client gave a command, so that it may send it again without harm.
///
/// @param value a UUID in lower case
public record CommandId(String value) {
  private static final Pattern VALID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  public CommandId {
    if (!VALID.matcher(value).matches()) {
      throw new IllegalArgumentException("not a command id");
    }
  }

  /// The command id that this text is, if it is one.
  public static Optional<CommandId> parse(String text) {
    return VALID.matcher(text).matches() ? Optional.of(new CommandId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
