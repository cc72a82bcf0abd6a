package app.focusly.server.limit;

import app.focusly.server.config.Rate;

/// So many at once, and so many a second from then on (a token bucket that may go into debt). Used
/// from every thread.
final class TokenBucket {
  private static final double MILLIS_A_SECOND = 1_000;

  private final Rate rate;
  private double tokens;
  private long filledMillis;

  TokenBucket(Rate rate, long nowMillis) {
    this.rate = rate;
    this.tokens = rate.burst();
    this.filledMillis = nowMillis;
  }

  /// Takes what is there of what is asked, or nothing when there is too little.
  ///
  /// @return 0 when it was taken, else the milliseconds after which it will be there
  synchronized long tryTake(int cost, long nowMillis) {
    if (!rate.limited()) {
      return 0;
    }
    fill(nowMillis);
    if (tokens >= cost) {
      tokens -= cost;
      return 0;
    }
    return millisFor(cost - tokens);
  }

  /// Takes what is asked in any case.
  ///
  /// @return the milliseconds until the debt that this makes is paid; 0 when there is none
  synchronized long take(int cost, long nowMillis) {
    if (!rate.limited()) {
      return 0;
    }
    fill(nowMillis);
    tokens -= cost;
    return tokens >= 0 ? 0 : millisFor(-tokens);
  }

  /// Whether at least half of the burst is there again.
  synchronized boolean rested(long nowMillis) {
    fill(nowMillis);
    return tokens * 2 >= rate.burst();
  }

  /// Whether nothing would be lost if it were made anew.
  synchronized boolean full(long nowMillis) {
    fill(nowMillis);
    return tokens >= rate.burst();
  }

  private void fill(long nowMillis) {
    long passed = nowMillis - filledMillis;
    if (passed > 0) {
      filledMillis = nowMillis;
      tokens = Math.min(rate.burst(), tokens + passed * rate.perSecond() / MILLIS_A_SECOND);
    }
  }

  private long millisFor(double missing) {
    return Math.max(1, (long) Math.ceil(missing * MILLIS_A_SECOND / rate.perSecond()));
  }
}
