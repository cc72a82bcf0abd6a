package app.focusly.server.limit;

import app.focusly.server.config.LimitConfig;
import app.focusly.server.config.Option;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// The addresses that clients come from, each with what it uses. An IPv6 address counts by its
/// first 64 bits, which is what one subscriber gets. As many are told apart as is set; when all of
/// them are in use, those that come beyond count as one. Who was idle is forgotten. Used from every
/// loop.
public final class Addresses {
  /// Nobody is forgotten sooner: who comes back at once is the same.
  static final long FORGET_MILLIS = 60_000;

  /// Least time between two looks for idle ones.
  private static final long SWEEP_MILLIS = 1_000;

  private static final int PREFIX_BYTES = 8;

  private final Map<String, AddressUse> uses = new ConcurrentHashMap<>();
  private final LimitConfig limits;
  private final LimitHits hits;
  private final LongSupplier clockMillis;
  private final AtomicLong sweepAtMillis;
  private final AddressUse others;

  /// @param clockMillis the loops' monotonic clock
  public Addresses(LimitConfig limits, LimitHits hits, LongSupplier clockMillis) {
    this.limits = limits;
    this.hits = hits;
    this.clockMillis = clockMillis;
    long nowMillis = clockMillis.getAsLong();
    this.sweepAtMillis = new AtomicLong(nowMillis + FORGET_MILLIS);
    this.others = new AddressUse(limits, hits, nowMillis);
  }

  /// The use of an address.
  ///
  /// @param address as text; what is no address counts as one too
  public AddressUse of(String address) {
    long nowMillis = clockMillis.getAsLong();
    sweep(nowMillis);
    String key = key(address);
    AddressUse use = uses.get(key);
    if (use == null) {
      if (uses.size() >= limits.addresses()) {
        hits.hit(Option.MAX_ADDRESSES);
        return others;
      }
      use = uses.computeIfAbsent(key, _ -> new AddressUse(limits, hits, nowMillis));
    }
    use.used(nowMillis);
    return use;
  }

  /// How many addresses are told apart now.
  public int size() {
    return uses.size();
  }

  /// The time on the clock that the uses are asked with.
  public long nowMillis() {
    return clockMillis.getAsLong();
  }

  private void sweep(long nowMillis) {
    long due = sweepAtMillis.get();
    boolean full = uses.size() >= limits.addresses();
    long wait = full ? SWEEP_MILLIS - FORGET_MILLIS : 0; // when it is full, sooner
    if (nowMillis >= due + wait && sweepAtMillis.compareAndSet(due, nowMillis + FORGET_MILLIS)) {
      uses.values().removeIf(use -> use.idle(nowMillis, FORGET_MILLIS));
    }
  }

  static String key(String address) {
    try {
      InetAddress literal = InetAddress.ofLiteral(address);
      return literal instanceof Inet6Address
          ? HexFormat.of().formatHex(literal.getAddress(), 0, PREFIX_BYTES)
          : literal.getHostAddress();
    } catch (IllegalArgumentException expected) { // a socket without an address
      return "";
    }
  }
}
