package app.focusly.room.media;

import app.focusly.room.ConnectionId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What each connection sends, and which of them may. Confined to the room's owner.
public final class Stage {
  private final Map<ConnectionId, MediaState> states = new HashMap<>();
  private final Hands hands = new Hands();
  private final Publishers publishers;

  /// @param videoPublishers the most connections that publish at once
  public Stage(int videoPublishers) {
    publishers = new Publishers(videoPublishers);
  }

  /// A connection came.
  public void enter(ConnectionId connection, Place place, MediaState media, Instant now) {
    states.put(connection, media);
    hands.set(connection, media.hand(), now);
    publishers.enter(connection, place);
  }

  /// A connection has gone.
  public void exit(ConnectionId connection) {
    states.remove(connection);
    hands.set(connection, false, Instant.MIN);
    publishers.exit(connection);
  }

  /// Notes what a connection sends now.
  ///
  /// @return whether that is new
  public boolean set(ConnectionId connection, MediaState media, Instant now) {
    hands.set(connection, media.hand(), now);
    return !media.equals(states.replace(connection, media));
  }

  /// What a connection that is here sends.
  public MediaState media(ConnectionId connection) {
    return Objects.requireNonNull(states.get(connection), "not on the stage");
  }

  /// When the hand of a member with these connections went up, if it is up.
  public Optional<Instant> handRaisedAt(List<ConnectionId> connections) {
    return hands.raisedAt(connections);
  }

  /// Those who publish now.
  public Set<ConnectionId> publishing() {
    return publishers.publishing();
  }
}
