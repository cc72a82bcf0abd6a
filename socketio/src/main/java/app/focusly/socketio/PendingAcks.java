package app.focusly.socketio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The acknowledgements that one socket still owes us.
final class PendingAcks {
  /// How many may be owed at once; over it the oldest counts as timed out.
  static final int MAX_PENDING = 1_000;

  private record Pending(long deadlineMillis, AckListener listener) {}

  private final Map<Long, Pending> pending = new LinkedHashMap<>(0);

  /// Remembers an acknowledgement that is owed, and gives the listener that had to make room.
  Optional<AckListener> await(long number, long deadlineMillis, AckListener listener) {
    Optional<AckListener> oldest = Optional.empty();
    if (pending.size() == MAX_PENDING) {
      oldest = take(pending.keySet().iterator().next());
    }
    pending.put(number, new Pending(deadlineMillis, listener));
    return oldest;
  }

  Optional<AckListener> take(long number) {
    return Optional.ofNullable(pending.remove(number)).map(Pending::listener);
  }

  long deadlineMillis() {
    long earliest = Long.MAX_VALUE;
    for (Pending entry : pending.values()) {
      earliest = Math.min(earliest, entry.deadlineMillis());
    }
    return earliest;
  }

  List<AckListener> expired(long nowMillis) {
    var listeners = new ArrayList<AckListener>();
    pending
        .values()
        .removeIf(entry -> {
          boolean due = nowMillis >= entry.deadlineMillis();
          if (due) {
            listeners.add(entry.listener());
          }
          return due;
        });
    return listeners;
  }
}
