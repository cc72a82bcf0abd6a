package app.focusly.peerjs;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who holds which id, and which sockets are open.
///
/// Invariants: a socket is counted at its address as long as it is here; every holder of an id has
/// an open socket here. The reverse does not hold, since a peer that has left keeps its socket.
final class Realm {

  private static final float DEFAULT_LOAD_FACTOR = 0.75f;

  private final Map<String, Peer> holders = new HashMap<>();

  /// In order of last access, and every access is a sign of life: the most silent one is first.
  private final LinkedHashMap<PeerConnection, Peer> sockets =
      new LinkedHashMap<>(16, DEFAULT_LOAD_FACTOR, true);

  private final Map<String, Integer> socketsByAddress = new HashMap<>();

  /// The peer behind a socket, marked as alive; null if the socket is none of ours.
  @Nullable Peer touch(PeerConnection connection, long nowMillis) {
    Peer peer = sockets.get(connection);
    if (peer != null) {
      peer.seen(nowMillis);
    }
    return peer;
  }

  @Nullable Peer holder(String id) {
    return holders.get(id);
  }

  boolean isHolder(Peer peer) {
    return holders.get(peer.id()) == peer;
  }

  /// Gives the id to a peer, and answers who held it before.
  @Nullable Peer admit(Peer peer) {
    if (sockets.putIfAbsent(peer.connection(), peer) != null) {
      throw new IllegalStateException("the socket has been admitted already");
    }
    socketsByAddress.merge(peer.connection().address(), 1, Integer::sum);
    Peer before = holders.put(peer.id(), peer);
    if (before != null) {
      remove(before.connection());
    }
    return before;
  }

  /// Frees the id; the socket stays.
  void release(Peer peer) {
    holders.remove(peer.id(), peer);
  }

  /// Forgets the socket and frees the id that it held.
  ///
  /// @return who held an id by it until now; null if nobody did
  @Nullable Peer forget(PeerConnection connection) {
    Peer peer = remove(connection);
    return peer != null && holders.remove(peer.id(), peer) ? peer : null;
  }

  private @Nullable Peer remove(PeerConnection connection) {
    Peer peer = sockets.remove(connection);
    if (peer != null) {
      socketsByAddress.computeIfPresent(
          connection.address(), (address, count) -> count == 1 ? null : count - 1);
    }
    return peer;
  }

  @Nullable Peer mostSilent() {
    Map.Entry<PeerConnection, Peer> first = sockets.firstEntry();
    return first == null ? null : first.getValue();
  }

  int holderCount() {
    return holders.size();
  }

  int socketsAt(String address) {
    return socketsByAddress.getOrDefault(address, 0);
  }

  /// Sockets of peers that have left.
  int idleCount() {
    return sockets.size() - holders.size();
  }

  Collection<String> ids() {
    return Collections.unmodifiableSet(holders.keySet());
  }
}
