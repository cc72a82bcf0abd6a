package app.focusly.room;

/// A person in a room, as the server knows them.
///
/// @param value not blank; its form is the server's choice
public record MemberId(String value) {
  public MemberId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a member id is not blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
