package app.focusly.room.presence;

import app.focusly.room.Parsed;
import app.focusly.room.payload.Payload;
import app.focusly.room.payload.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Somebody types, or does not any more.
///
/// @param id of the thing that they write in, such as a task; null where there is one alone
public record Typing(Place place, @Nullable String id, boolean on) {
  private static final int MAX_ID_LENGTH = 64;

  /// Where one can type.
  public enum Place {
    CHAT,
    TASK;

    /// The place as it goes over the wire.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Reads the arguments of `typing`.
  public static Parsed<Typing> parse(List<JsonNode> arguments) {
    return Payload.parse(() -> {
      var payload = Payload.of(arguments);
      return new Typing(place(payload), id(payload), payload.flag("on"));
    });
  }

  private static Place place(Payload payload) {
    String text = payload.text("where").orElse("");
    return Arrays.stream(Place.values())
        .filter(place -> place.text().equals(text))
        .findFirst()
        .orElseThrow(() -> Payload.invalid("where", "chat or task"));
  }

  private static @Nullable String id(Payload payload) {
    String id = payload.text("id").orElse(null);
    if (id != null && (id.isEmpty() || id.length() > MAX_ID_LENGTH || !Text.isOneLine(id))) {
      throw Payload.invalid("id", "1 to 64 characters on one line");
    }
    return id;
  }
}
