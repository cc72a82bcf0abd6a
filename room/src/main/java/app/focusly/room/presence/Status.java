package app.focusly.room.presence;

import app.focusly.room.Parsed;
import app.focusly.room.payload.Payload;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What somebody says of themselves.
public enum Status {
  /// They work, and are not to be spoken to.
  FOCUSING,
  /// They are there; so is whoever says nothing.
  AVAILABLE,
  /// They rest.
  BREAK,
  /// They are not at this tab or device.
  AWAY;

  /// Reads the arguments of `presence`.
  public static Parsed<Status> parse(List<JsonNode> arguments) {
    return Payload.parse(() -> of(Payload.of(arguments).text("status").orElse("")));
  }

  /// The status of this text, in the field of that name.
  public static Status of(String text) {
    return Arrays.stream(values())
        .filter(status -> status.text().equals(text))
        .findFirst()
        .orElseThrow(() -> Payload.invalid("status", "focusing, available, break or away"));
  }

  /// The status as it goes over the wire.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
