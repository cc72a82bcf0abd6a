package app.focusly.room.journal;

import java.util.List;

/// Some events of a stream, in order and without gaps, but for those that were not asked for.
///
/// @param more whether there are more of them
public record Page(List<JournalEvent> events, boolean more) {
  /// The most that one page holds, but for a single event, which it always holds.
  public static final int MAX_BYTES = 256 * 1024;

  public static final int MAX_EVENTS = 2000;

  public Page {
    events = List.copyOf(events);
  }
}
