package app.focusly.server.limit;

import app.focusly.server.config.Option;
import app.focusly.server.config.Rate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/// How many rooms somebody may make: each member, and all of one address together, since who sends
/// no cookie is a new member each time. Used from every thread.
public final class RoomCreations {
  /// The most members who are told apart; who made a room the longest ago is forgotten.
  static final int MEMBERS = 10_000;

  private final Rate perMember;
  private final LimitHits hits;
  private final Map<String, TokenBucket> members =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
          return size() > MEMBERS;
        }
      };

  public RoomCreations(Rate perMember, LimitHits hits) {
    this.perMember = perMember;
    this.hits = hits;
  }

  /// Asks for one more room; empty when it may be, else the milliseconds after which to try again.
  public OptionalLong ask(String member, AddressUse address, long nowMillis) {
    OptionalLong wait = address.room(nowMillis);
    if (wait.isPresent()) {
      return wait;
    }
    long millis = bucket(member, nowMillis).tryTake(1, nowMillis);
    if (millis == 0) {
      return OptionalLong.empty();
    }
    hits.hit(Option.MEMBER_ROOMS);
    return OptionalLong.of(millis);
  }

  private synchronized TokenBucket bucket(String member, long nowMillis) {
    return members.computeIfAbsent(member, _ -> new TokenBucket(perMember, nowMillis));
  }
}
