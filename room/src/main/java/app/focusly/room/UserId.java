package app.focusly.room;

import app.focusly.room.payload.Text;
import java.util.Optional;

/// The media address that a connection declares, in practice its PeerJS id. It proves nothing:
/// whoever declares it first or last may not own it.
///
/// @param value 1 to 128 UTF-16 units, none of them a control character
public record UserId(String value) {
  /// PeerJS ids are UUIDs of 36; the rest is for clients with ids of their own.
  public static final int MAX_LENGTH = 128;

  public UserId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a user id");
    }
  }

  /// The user id that this text is, if it is one.
  public static Optional<UserId> parse(String text) {
    return isValid(text) ? Optional.of(new UserId(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return !text.isEmpty() && text.length() <= MAX_LENGTH && Text.isOneLine(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
