package app.focusly.room.journal;

/// The state that a stream's events come to, so that nobody needs to read them all.
///
/// @param seq the last event in it
/// @param state a JSON object
public record StreamSnapshot(long seq, String state) {
  /// A hundred times what a busy room comes to.
  public static final int MAX_LENGTH = 8 * 1024 * 1024;

  public StreamSnapshot {
    if (seq < 1 || state.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a snapshot is out of bounds");
    }
  }
}
