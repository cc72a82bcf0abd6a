package app.focusly.room.access;

import app.focusly.room.ConnectionId;
import app.focusly.room.MemberId;
import app.focusly.room.Refusal;
import app.focusly.room.member.MemberName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// Who waits to be let in, and by which connections. Fleeting: after a restart they ask again.
/// Confined to the room's owner.
public final class Door {
  private final int limit;
  private final int connectionsPerMember;
  private final Map<MemberId, Place> places = new LinkedHashMap<>();

  private static final class Place {
    private Waiting waiting;
    private final SequencedSet<ConnectionId> connections = new LinkedHashSet<>();

    Place(Waiting waiting) {
      this.waiting = waiting;
    }
  }

  /// @param limit the most members who wait
  /// @param connectionsPerMember the most connections by which one of them waits
  public Door(int limit, int connectionsPerMember) {
    this.limit = limit;
    this.connectionsPerMember = connectionsPerMember;
  }

  /// Why one more connection of this member cannot wait, if so.
  public Optional<Refusal> obstacle(ConnectionId connection, MemberId memberId) {
    Place place = places.get(memberId);
    boolean full =
        place == null
            ? places.size() >= limit
            : place.connections.size() >= connectionsPerMember
                && !place.connections.contains(connection);
    return full ? Optional.of(AccessRefusals.TOO_MANY_WAITING) : Optional.empty();
  }

  /// A connection begins to wait.
  ///
  /// @return the member if that is news: they did not wait yet, or gave another name
  public Optional<Waiting> knock(
      ConnectionId connection, MemberId memberId, @Nullable MemberName name, Instant now) {
    if (obstacle(connection, memberId).isPresent()) {
      throw new IllegalStateException("not to wait");
    }
    Place place = places.get(memberId);
    boolean news = place == null || (name != null && !name.equals(place.waiting.name()));
    if (place == null) {
      place = new Place(new Waiting(memberId, name, now));
      places.put(memberId, place);
    } else if (news) {
      place.waiting = new Waiting(memberId, name, place.waiting.since());
    }
    place.connections.add(connection);
    return news ? Optional.of(place.waiting) : Optional.empty();
  }

  /// A connection waits no more.
  ///
  /// @return the member, if it was their last
  public Optional<MemberId> leave(ConnectionId connection) {
    for (var entry : places.entrySet()) {
      if (entry.getValue().connections.remove(connection)) {
        MemberId memberId = entry.getKey();
        return entry.getValue().connections.isEmpty()
            ? Optional.ofNullable(places.remove(memberId)).map(gone -> memberId)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// A member waits no more.
  ///
  /// @return the connections by which they did; none when they did not
  public List<ConnectionId> clear(MemberId memberId) {
    Place place = places.remove(memberId);
    return place == null ? List.of() : List.copyOf(place.connections);
  }

  /// Whether a connection waits.
  public boolean holds(ConnectionId connection) {
    return places.values().stream().anyMatch(place -> place.connections.contains(connection));
  }

  /// The member, if they wait.
  public Optional<Waiting> find(MemberId memberId) {
    return Optional.ofNullable(places.get(memberId)).map(place -> place.waiting);
  }

  /// Who waits, in the order in which they came.
  public List<Waiting> waiting() {
    var all = new ArrayList<Waiting>(places.size());
    places.values().forEach(place -> all.add(place.waiting));
    return all;
  }

  /// Whether nobody waits.
  public boolean isEmpty() {
    return places.isEmpty();
  }
}
