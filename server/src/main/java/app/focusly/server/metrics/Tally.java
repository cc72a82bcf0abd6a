package app.focusly.server.metrics;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// Counters by the case of an enum; which cases there are never changes. Used from every thread.
final class Tally<E extends Enum<E>> {
  private final Map<E, LongAdder> counters;

  Tally(Class<E> type, Collection<E> cases) {
    counters = new EnumMap<>(type);
    cases.forEach(each -> counters.put(each, new LongAdder()));
  }

  void count(E each) {
    of(each).increment();
  }

  long sum(E each) {
    return of(each).sum();
  }

  private LongAdder of(E each) {
    LongAdder counter = counters.get(each);
    if (counter == null) {
      throw new IllegalArgumentException(each + " is not counted");
    }
    return counter;
  }
}
