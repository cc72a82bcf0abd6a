package app.focusly.socketio;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The acknowledgements that one socket still owes us.
final class PendingAcks {
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

  private final int most;
  private final Map<Long, Pending> pending = new LinkedHashMap<>(2);

  /// No entry is due before; [Long#MAX_VALUE] when there are none. It is asked for after each
  /// message of the client, so it is kept and not searched; it may be early when the entry that it
  /// was for has gone.
  private long deadlineMillis = Long.MAX_VALUE;

  /// @param most that may be owed at once; over it the oldest counts as timed out
  PendingAcks(int most) {
    this.most = most;
  }

  /// Remembers an acknowledgement that is owed, and gives the listener that had to make room.
  Optional<AckListener> await(long number, long timeoutMillis, AckListener listener) {
    Optional<AckListener> oldest = Optional.empty();
    if (pending.size() == most) {
      oldest = take(pending.keySet().iterator().next());
    }
    pending.put(number, new Pending(timeoutMillis, UNARMED, listener));
    deadlineMillis = UNARMED;
    return oldest;
  }

  Optional<AckListener> take(long number) {
    Pending entry = pending.remove(number);
    if (pending.isEmpty()) {
      deadlineMillis = Long.MAX_VALUE;
    }
    return entry == null ? Optional.empty() : Optional.of(entry.listener());
  }

  long deadlineMillis() {
    return deadlineMillis;
  }

  /// Removes those that are overdue; the time of those that are new begins.
  List<AckListener> expired(long nowMillis) {
    if (nowMillis < deadlineMillis) {
      return List.of();
    }
    var listeners = new ArrayList<AckListener>();
    deadlineMillis = Long.MAX_VALUE;
    Iterator<Map.Entry<Long, Pending>> entries = pending.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<Long, Pending> entry = entries.next();
      Pending armed = entry.getValue().armed(nowMillis);
      if (nowMillis >= armed.deadlineMillis()) {
        entries.remove();
        listeners.add(armed.listener());
      } else {
        entry.setValue(armed);
        deadlineMillis = Math.min(deadlineMillis, armed.deadlineMillis());
      }
    }
    return listeners;
  }

  /// Removes all.
  List<AckListener> clear() {
    List<AckListener> listeners = pending.values().stream().map(Pending::listener).toList();
    pending.clear();
    deadlineMillis = Long.MAX_VALUE;
    return listeners;
  }
}
