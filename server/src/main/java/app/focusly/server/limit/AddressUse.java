package app.focusly.server.limit;

import app.focusly.server.config.LimitConfig;
import app.focusly.server.config.Option;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/// What the clients of one address use together. Used from every loop.
public final class AddressUse {
  private final LimitConfig limits;
  private final LimitHits hits;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger sessions = new AtomicInteger();
  private final AtomicInteger unjoined = new AtomicInteger();
  private final TokenBucket connects;
  private final TokenBucket handshakes;
  private final TokenBucket requests;
  private final TokenBucket rest;
  private final TokenBucket messages;
  private final TokenBucket rooms;
  private volatile long usedMillis;

  AddressUse(LimitConfig limits, LimitHits hits, long nowMillis) {
    this.limits = limits;
    this.hits = hits;
    this.connects = new TokenBucket(limits.perAddress().connects(), nowMillis);
    this.handshakes = new TokenBucket(limits.perAddress().handshakes(), nowMillis);
    this.requests = new TokenBucket(limits.perAddress().requests(), nowMillis);
    this.rest = new TokenBucket(limits.perAddress().rest(), nowMillis);
    this.messages = new TokenBucket(limits.perAddress().messages(), nowMillis);
    this.rooms = new TokenBucket(limits.perAddress().rooms(), nowMillis);
    this.usedMillis = nowMillis;
  }

  /// Asks whether a connection that was just made comes in time.
  public boolean connect(long nowMillis) {
    return ask(connects, nowMillis, Option.ADDRESS_CONNECTS).isEmpty();
  }

  /// Counts a connection that was opened.
  ///
  /// @return whether it may stay; if so, [#closeConnection] is to follow
  public boolean openConnection() {
    return open(connections, limits.perAddress().connections(), Option.ADDRESS_CONNECTIONS);
  }

  public void closeConnection() {
    connections.decrementAndGet();
  }

  /// Asks for one more session.
  ///
  /// @return whether there is place; if so, [#closeSession] is to follow
  public boolean openSession() {
    if (!open(sessions, limits.perAddress().sessions(), Option.ADDRESS_SESSIONS)) {
      return false;
    }
    if (!open(unjoined, limits.perAddress().unjoined(), Option.ADDRESS_UNJOINED)) {
      sessions.decrementAndGet();
      return false;
    }
    return true;
  }

  /// A session has joined its first namespace.
  public void joined() {
    unjoined.decrementAndGet();
  }

  /// A session is over.
  ///
  /// @param hadJoined whether [#joined] was said of it
  public void closeSession(boolean hadJoined) {
    sessions.decrementAndGet();
    if (!hadJoined) {
      unjoined.decrementAndGet();
    }
  }

  private boolean open(AtomicInteger count, int limit, Option option) {
    if (count.incrementAndGet() <= limit) {
      return true;
    }
    count.decrementAndGet();
    hits.hit(option);
    return false;
  }

  /// Asks for a handshake; empty when it may be, else the milliseconds after which to try again.
  public OptionalLong handshake(long nowMillis) {
    return ask(handshakes, nowMillis, Option.ADDRESS_HANDSHAKES);
  }

  /// Asks for an HTTP request, in the same way.
  public OptionalLong request(long nowMillis) {
    return ask(requests, nowMillis, Option.ADDRESS_REQUESTS);
  }

  /// Asks for a request of the REST routes, in the same way.
  public OptionalLong rest(long nowMillis) {
    return ask(rest, nowMillis, Option.ADDRESS_REST);
  }

  /// Asks for one more room, in the same way.
  OptionalLong room(long nowMillis) {
    return ask(rooms, nowMillis, Option.ADDRESS_ROOMS);
  }

  private OptionalLong ask(TokenBucket bucket, long nowMillis, Option option) {
    long wait = bucket.tryTake(1, nowMillis);
    if (wait == 0) {
      return OptionalLong.empty();
    }
    hits.hit(option);
    return OptionalLong.of(wait);
  }

  /// The pace of a new connection of this address.
  public Pace pace(long nowMillis) {
    return new Pace(limits, limits.perAddress().messages().limited() ? messages : null, nowMillis);
  }

  void used(long nowMillis) {
    usedMillis = nowMillis;
  }

  /// Whether it can be forgotten: nothing of it is open, and a new one would be like it.
  boolean idle(long nowMillis, long forMillis) {
    return nowMillis - usedMillis >= forMillis
        && connections.get() == 0
        && sessions.get() == 0
        && connects.full(nowMillis)
        && handshakes.full(nowMillis)
        && requests.full(nowMillis)
        && rest.full(nowMillis)
        && messages.full(nowMillis)
        && rooms.full(nowMillis);
  }
}
