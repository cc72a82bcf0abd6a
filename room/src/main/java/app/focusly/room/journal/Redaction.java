package app.focusly.room.journal;

import org.jspecify.annotations.Nullable;

/// The order to overwrite the bodies of earlier events. The events stay, so that no gap appears.
///
/// @param from the first event
/// @param to the last event
/// @param type only events of this type, or null for all of them
/// @param body the JSON object that replaces theirs
/// @param voidsSnapshots whether what is overwritten must be in no snapshot either
public record Redaction(
    long from, long to, @Nullable String type, String body, boolean voidsSnapshots) {
  public Redaction {
    if (from < 1 || to < from || body.length() > JournalEvent.MAX_BODY_BYTES) {
      throw new IllegalArgumentException("not a redaction");
    }
  }

  /// Overwrites events, so that nothing is left of what they were.
  public Redaction(long from, long to, @Nullable String type, String body) {
    this(from, to, type, body, true);
  }

  /// Overwrites one event, so that nothing is left of what it was.
  public static Redaction of(long seq, String body) {
    return new Redaction(seq, seq, null, body);
  }

  /// Brings one event up to date. What it was is no secret: snapshots may hold it, and are right
  /// with the events after them.
  public static Redaction update(long seq, String body) {
    return new Redaction(seq, seq, null, body, false);
  }

  /// The event as it is after this.
  public JournalEvent apply(JournalEvent event) {
    boolean among = from <= event.seq() && event.seq() <= to;
    return among && (type == null || type.equals(event.type())) ? event.withBody(body) : event;
  }
}
