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

  /// Due at once, so that the owner ticks and tells the time. The time of the client's last word
  /// would not do: an event may be sent on account of another client, much later.
  private static final long UNARMED = Long.MIN_VALUE;

  /// @param deadlineMillis [#UNARMED] until the connection hears the time
  private record Pending(long timeoutMillis, long deadlineMillis, AckListener listener) {
    Pending armed(long nowMillis) {
      return deadlineMillis == UNARMED
          ? new Pending(timeoutMillis, nowMillis + timeoutMillis, listener)
          : this;
    }
  }

  private final Map<Long, Pending> pending = new LinkedHashMap<>(0);

  /// Remembers an acknowledgement that is owed, and gives the listener that had to make room.
  Optional<AckListener> await(long number, long timeoutMillis, AckListener listener) {
    Optional<AckListener> oldest = Optional.empty();
    if (pending.size() == MAX_PENDING) {
      oldest = take(pending.keySet().iterator().next());
    }
    pending.put(number, new Pending(timeoutMillis, UNARMED, listener));
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

  /// Removes those that are overdue; the time of those that are new begins.
  List<AckListener> expired(long nowMillis) {
    pending.replaceAll((_, entry) -> entry.armed(nowMillis));
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

  /// Removes all.
  List<AckListener> clear() {
    List<AckListener> listeners = pending.values().stream().map(Pending::listener).toList();
    pending.clear();
    return listeners;
  }
}
