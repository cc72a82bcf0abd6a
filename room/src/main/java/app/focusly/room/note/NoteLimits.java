package app.focusly.room.note;

/// How much the notes of a room take.
///
/// @param notes the most of them
/// @param bytes the most that one note takes, as it is kept
public record NoteLimits(int notes, int bytes) {
  /// The most notes that can be allowed: their names all go to each client that joins.
  public static final int MAX_NOTES = 100;

  /// The least that a note can be allowed: an update of one message.
  public static final int MIN_BYTES = 128 * 1024;

  /// The most that a note can be allowed: it is in memory as a whole while it is written in.
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  /// The most code points of a title.
  public static final int TITLE = 100;

  /// What a room takes unless it is configured.
  public static final NoteLimits DEFAULT = new NoteLimits(20, 2 * 1024 * 1024);

  public NoteLimits {
    if (notes < 1 || notes > MAX_NOTES) {
      throw new IllegalArgumentException("notes is 1 to " + MAX_NOTES);
    }
    if (bytes < MIN_BYTES || bytes > MAX_BYTES) {
      throw new IllegalArgumentException("bytes is " + MIN_BYTES + " to " + MAX_BYTES);
    }
  }
}
