package app.focusly.room.presence;

import app.focusly.room.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// How often one member's typing reaches the others. Confined to the room's owner.
public final class TypingPace {
  /// A page says it every few seconds, and where somebody types changes less often than this.
  public static final Duration INTERVAL = Duration.ofMillis(500);

  /// So many may come at once: a message is sent, and the next one begun.
  public static final int BURST = 4;

  /// When each member's burst will be whole again; those for whom it is may be missing.
  private final Map<MemberId, Instant> wholeAt = new HashMap<>();

  /// Whether one more may pass now.
  public boolean admits(MemberId member, Instant now) {
    Instant whole = wholeAt.getOrDefault(member, Instant.MIN);
    Instant next = (whole.isAfter(now) ? whole : now).plus(INTERVAL);
    if (next.isAfter(now.plus(INTERVAL.multipliedBy(BURST)))) {
      return false;
    }
    wholeAt.put(member, next);
    return true;
  }

  /// A member has gone.
  public void forget(MemberId member) {
    wholeAt.remove(member);
  }
}
