package app.focusly.room.media;

import app.focusly.room.ConnectionId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Since when hands are up. Confined to the room's owner.
final class Hands {
  private final Map<ConnectionId, Instant> raisedAt = new HashMap<>();

  void set(ConnectionId connection, boolean up, Instant now) {
    if (up) {
      raisedAt.putIfAbsent(connection, now);
    } else {
      raisedAt.remove(connection);
    }
  }

  /// When the first of these connections raised its hand, of those that have it up.
  Optional<Instant> raisedAt(List<ConnectionId> connections) {
    return connections.stream().map(raisedAt::get).filter(Objects::nonNull).min(Instant::compareTo);
  }
}
