package app.focusly.room.media;

import app.focusly.room.ConnectionId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What each connection sends, and which of them may. Confined to the room's owner.
public final class Stage {
  private final Map<ConnectionId, MediaState> states = new HashMap<>();
  private final Publishers publishers;

  /// @param videoPublishers the most connections that publish at once
  public Stage(int videoPublishers) {
    publishers = new Publishers(videoPublishers);
  }

  /// A connection came.
  public void enter(ConnectionId connection, Place place, MediaState media) {
    states.put(connection, media);
    publishers.enter(connection, place);
  }

  /// A connection has gone.
  public void exit(ConnectionId connection) {
    states.remove(connection);
    publishers.exit(connection);
  }

  /// Notes what a connection sends now.
  ///
  /// @return whether that is new
  public boolean set(ConnectionId connection, MediaState media) {
    return !media.equals(states.replace(connection, media));
  }

  /// What a connection that is here sends.
  public MediaState media(ConnectionId connection) {
    return Objects.requireNonNull(states.get(connection), "not on the stage");
  }

  /// Those who publish now.
  public Set<ConnectionId> publishing() {
    return publishers.publishing();
  }
}
