package app.focusly.room.ledger;

import java.util.List;

/// What a look-up found in the journal, in order.
///
/// @param more whether the journal has older ones
public record Found(List<Recorded> events, boolean more) {
  public Found {
    events = List.copyOf(events);
  }
}
