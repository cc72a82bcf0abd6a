package app.focusly.room.journal;

import org.jspecify.annotations.Nullable;

/// The order to overwrite the bodies of earlier events. The events stay, so that no gap appears.
///
/// @param from the first event
/// @param to the last event
/// @param type only events of this type, or null for all of them
/// @param body the JSON object that replaces theirs
public record Redaction(long from, long to, @Nullable String type, String body) {
  public Redaction {
    if (from < 1 || to < from || body.length() > JournalEvent.MAX_BODY_BYTES) {
      throw new IllegalArgumentException("not a redaction");
    }
  }

  /// Overwrites one event.
  public static Redaction of(long seq, String body) {
    return new Redaction(seq, seq, null, body);
  }

  /// The event as it is after this.
  public JournalEvent apply(JournalEvent event) {
    boolean among = from <= event.seq() && event.seq() <= to;
    return among && (type == null || type.equals(event.type())) ? event.withBody(body) : event;
  }
}
