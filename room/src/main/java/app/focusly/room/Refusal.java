package app.focusly.room;

import org.jspecify.annotations.Nullable;

/// The answer to an event that was not carried out.
///
/// @param code for programs
/// @param message for people who write clients; it never quotes what was sent
/// @param path the field at fault, such as `media.mic`; null when it is no single field
public record Refusal(RefusalCode code, String message, @Nullable String path) {

  /// A refusal of the whole event.
  public static Refusal of(RefusalCode code, String message) {
    return new Refusal(code, message, null);
  }

  /// A refusal for the sake of one field.
  public static Refusal at(String path, RefusalCode code, String message) {
    return new Refusal(code, message, path);
  }
}
