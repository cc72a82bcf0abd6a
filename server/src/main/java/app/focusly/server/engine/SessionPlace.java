package app.focusly.server.engine;

import app.focusly.engineio.CloseReason;
import app.focusly.server.config.Option;
import app.focusly.server.limit.AddressUse;
import app.focusly.server.limit.Pace;
import app.focusly.server.metrics.Counts;
import org.jspecify.annotations.Nullable;

/// What one session takes up, from its handshake until nothing is left of it. Confined to the
/// session's loop.
final class SessionPlace {
  private final AddressUse use;
  private final Counts counts;
  private @Nullable Pace pace;
  private final int postPackets;
  private boolean onWebSocket;
  private boolean joined;
  private boolean left;

  /// @param use of the client's address, which holds the place already
  SessionPlace(AddressUse use, Counts counts, int postPackets) {
    this.use = use;
    this.counts = counts;
    this.postPackets = postPackets;
  }

  void opened(boolean webSocket) {
    onWebSocket = webSocket;
    (webSocket ? counts.webSocketHandshakes : counts.pollingHandshakes).increment();
    (webSocket ? counts.webSocketSessions : counts.pollingSessions).increment();
  }

  /// There will be no session.
  void unused() {
    use.closeSession(false);
  }

  /// A WebSocket wants to take the session over. Called on any loop.
  void upgradeBegan() {
    counts.upgrades.increment();
  }

  /// It closed before it did.
  void upgradeEnded() {
    counts.upgrades.decrement();
  }

  /// It has.
  void upgraded() {
    upgradeEnded();
    onWebSocket = true;
    counts.pollingSessions.decrement();
    counts.webSocketSessions.increment();
  }

  /// The client has joined its first namespace.
  void joined() {
    if (!joined && !left) {
      joined = true;
      use.joined();
    }
  }

  boolean hasJoined() {
    return joined;
  }

  /// Whether one POST may hold so many packets.
  boolean takes(int packets) {
    if (packets > postPackets) {
      counts.hit(Option.POST_PACKETS);
      return false;
    }
    counts.postedPackets.add(packets);
    return true;
  }

  /// The pace of what the client posts; who speaks over WebSocket alone has none.
  Pace pace(long nowMillis) {
    if (pace == null) {
      pace = use.pace(nowMillis);
    }
    return pace;
  }

  void closed(CloseReason reason) {
    counts.closed(reason);
    switch (reason) {
      case SLOW_CONSUMER -> counts.hit(Option.MAX_WAITING_BYTES);
      case RATE_LIMITED -> counts.hit(Option.MESSAGES);
      case TRANSPORT_ERROR, TRANSPORT_CLOSE, FORCED_CLOSE, PING_TIMEOUT, PARSE_ERROR -> {}
    }
  }

  /// Nothing is left of the session.
  void left() {
    left = true;
    (onWebSocket ? counts.webSocketSessions : counts.pollingSessions).decrement();
    use.closeSession(joined);
  }
}
