package app.focusly.room.presence;

import app.focusly.room.ConnectionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What each connection says of its member. Confined to the room's owner.
public final class Statuses {
  private final Map<ConnectionId, Status> statuses = new HashMap<>();

  /// Notes what a connection says.
  public void set(ConnectionId connection, Status status) {
    statuses.put(connection, status);
  }

  /// A connection has gone.
  public void exit(ConnectionId connection) {
    statuses.remove(connection);
  }

  /// What a member is who has these connections: what the newest says at which they are.
  public Status of(List<ConnectionId> connections) {
    return connections.reversed().stream()
        .map(connection -> statuses.getOrDefault(connection, Status.AWAY))
        .filter(status -> status != Status.AWAY)
        .findFirst()
        .orElse(Status.AWAY);
  }
}
