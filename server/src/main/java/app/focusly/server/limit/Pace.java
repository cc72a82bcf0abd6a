package app.focusly.server.limit;

import app.focusly.server.config.LimitConfig;
import app.focusly.server.config.Rate;
import org.jspecify.annotations.Nullable;

/// How fast one connection may send. Nothing that it sends is refused: who sends faster is read
/// later, and who never rests is closed. Confined to the loop of its connection.
public final class Pace {
  private static final long CALM = Long.MAX_VALUE;
  private static final int UNPACED_A_TURN = 64;

  private final TokenBucket own;
  private final @Nullable TokenBucket ofAddress;
  private final int messageUnit;
  private final int messagesATurn;
  private final long floodMillis;
  private long overSinceMillis = CALM;

  Pace(LimitConfig limits, @Nullable TokenBucket ofAddress, long nowMillis) {
    this.own = new TokenBucket(limits.messages(), nowMillis);
    this.ofAddress = ofAddress;
    this.messageUnit = limits.messageUnit();
    this.messagesATurn = limits.messagesATurn();
    this.floodMillis = limits.floodTime().toMillis();
  }

  private Pace() {
    this.own = new TokenBucket(Rate.UNLIMITED, 0);
    this.ofAddress = null;
    this.messageUnit = Integer.MAX_VALUE;
    this.messagesATurn = UNPACED_A_TURN;
    this.floodMillis = CALM;
  }

  /// No limit.
  public static Pace unlimited() {
    return new Pace();
  }

  /// Counts a message that came. A long one counts for several, since it takes as long to read.
  ///
  /// @return the milliseconds for which nothing more is to be read; 0 to go on
  public long received(int bytes, long nowMillis) {
    return received(1, bytes, nowMillis);
  }

  /// Counts messages that came together.
  public long received(int messages, int bytes, long nowMillis) {
    int cost = messages + bytes / messageUnit;
    long wait = own.take(cost, nowMillis);
    if (wait > 0 && overSinceMillis == CALM) {
      overSinceMillis = nowMillis;
    } else if (wait == 0 && overSinceMillis != CALM && own.rested(nowMillis)) {
      overSinceMillis = CALM;
    }
    return ofAddress == null ? wait : Math.max(wait, ofAddress.take(cost, nowMillis));
  }

  /// How many messages are handled before others have a turn, however many may come.
  public int messagesATurn() {
    return messagesATurn;
  }

  /// Whether the connection has been over its own rate for so long that it is to be closed. What
  /// its neighbours of the same address send does not count.
  public boolean flooding(long nowMillis) {
    return overSinceMillis != CALM && nowMillis - overSinceMillis >= floodMillis;
  }

  /// When [#flooding] may become true, if nothing changes.
  public long floodingAtMillis() {
    return overSinceMillis == CALM ? CALM : overSinceMillis + floodMillis;
  }
}
