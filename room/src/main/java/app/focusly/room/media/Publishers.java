package app.focusly.room.media;

import app.focusly.room.ConnectionId;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who may send media. The first places in order of arrival publish, and so whoever waited longest
/// moves up when one of them is given up. Of several connections with one place the newest has it:
/// the others are the remains of a page that reloaded. Confined to the room's owner.
final class Publishers {
  private final int limit;
  private final Map<Place, SequencedSet<ConnectionId>> arrivals = new LinkedHashMap<>();
  private final Map<ConnectionId, Place> places = new HashMap<>();

  /// Asked for at each change of anybody's media; null after a coming or going.
  private @Nullable Set<ConnectionId> publishing;

  Publishers(int limit) {
    this.limit = limit;
  }

  void enter(ConnectionId connection, Place place) {
    publishing = null;
    places.put(connection, place);
    arrivals.computeIfAbsent(place, _ -> new LinkedHashSet<>()).addLast(connection);
  }

  void exit(ConnectionId connection) {
    publishing = null;
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

  /// Those who publish now, in order of arrival. Does not change with who comes and goes later.
  Set<ConnectionId> publishing() {
    Set<ConnectionId> known = publishing;
    if (known == null) {
      var now = new LinkedHashSet<ConnectionId>();
      arrivals.values().stream().limit(limit).forEach(holders -> now.add(holders.getLast()));
      known = Collections.unmodifiableSet(now);
      publishing = known;
    }
    return known;
  }
}
