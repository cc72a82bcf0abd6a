package app.focusly.room.journal;

/// The order to overwrite the bodies of earlier events. The events stay, so that no gap appears.
///
/// @param from the first event
/// @param to the last event
/// @param body the JSON object that replaces theirs
public record Redaction(long from, long to, String body) {
  public Redaction {
    if (from < 1 || to < from || body.length() > JournalEvent.MAX_BODY_BYTES) {
      throw new IllegalArgumentException("not a redaction");
    }
  }

  /// Overwrites one event.
  public static Redaction of(long seq, String body) {
    return new Redaction(seq, seq, body);
  }

  /// Whether the event is one of those.
  public boolean covers(long seq) {
    return from <= seq && seq <= to;
  }
}
