package app.focusly.room.media;

import app.focusly.room.ConnectionId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/// Who may send media. The first places in order of arrival publish, and so whoever waited longest
/// moves up when one of them is given up. Of several connections with one place the newest has it:
/// the others are the remains of a page that reloaded. Confined to the room's owner.
final class Publishers {
  private final int limit;
  private final Map<Place, SequencedSet<ConnectionId>> arrivals = new LinkedHashMap<>();
  private final Map<ConnectionId, Place> places = new HashMap<>();

  Publishers(int limit) {
    this.limit = limit;
  }

  void enter(ConnectionId connection, Place place) {
    places.put(connection, place);
    arrivals.computeIfAbsent(place, _ -> new LinkedHashSet<>()).addLast(connection);
  }

  void exit(ConnectionId connection) {
    Place place = places.remove(connection);
    if (place != null) {
      arrivals.computeIfPresent(
          place,
          (_, holders) -> {
            holders.remove(connection);
            return holders.isEmpty() ? null : holders;
          });
    }
  }

  /// Those who publish now, in order of arrival.
  Set<ConnectionId> publishing() {
    var publishing = new LinkedHashSet<ConnectionId>();
    arrivals.values().stream().limit(limit).forEach(holders -> publishing.add(holders.getLast()));
    return publishing;
  }
}
