package app.focusly.peerjs;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Ids whose sockets were lost a moment ago, each kept for whoever brings its token, so that nobody
/// else slips in before its client is back. When more are lost than may be held, the oldest is free
/// early.
final class HeldIds {

  private final long holdMillis;
  private final int limit;

  /// In order of loss, so that the first lapses first.
  private final SequencedMap<String, Held> byId = new LinkedHashMap<>();

  /// @param hold how long; zero holds nothing
  /// @param limit ids held at once
  HeldIds(Duration hold, int limit) {
    this.holdMillis = hold.toMillis();
    this.limit = limit;
  }

  private record Held(Token token, long untilMillis) {}

  void hold(Peer lost, long nowMillis) {
    if (holdMillis == 0) {
      return;
    }
    dropLapsed(nowMillis);
    byId.putLast(lost.id(), new Held(lost.token(), nowMillis + holdMillis));
    if (byId.size() > limit) {
      byId.pollFirstEntry();
    }
  }

  /// Whether the id is held for another token than this one.
  boolean isKeptFrom(String id, String token, long nowMillis) {
    dropLapsed(nowMillis);
    Held held = byId.get(id);
    return held != null && !held.token().matches(token);
  }

  void release(String id) {
    byId.remove(id);
  }

  /// Whether the id is held, or was until lately.
  boolean contains(String id) {
    return byId.containsKey(id);
  }

  private void dropLapsed(long nowMillis) {
    var oldest = byId.firstEntry();
    while (oldest != null && oldest.getValue().untilMillis() <= nowMillis) {
      byId.pollFirstEntry();
      oldest = byId.firstEntry();
    }
  }
}
