package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// The listeners of one socket by event. Sockets have a handful, and there are many sockets: two
/// arrays that are searched cost less than a map of lists. A call sees the listeners of its
/// beginning: adding writes behind those, and removing makes new arrays.
final class EventListeners {
  private String[] events = new String[4];
  private EventListener[] listeners = new EventListener[4];
  private int size;

  /// A listener for one call.
  private final class Once implements EventListener {
    private final String event;
    private final EventListener listener;
    private boolean called;

    Once(String event, EventListener listener) {
      this.event = event;
      this.listener = listener;
    }

    @Override
    public void on(List<JsonNode> arguments, Ack ack) {
      if (!called) {
        called = true;
        remove(event, this);
        listener.on(arguments, ack);
      }
    }
  }

  void add(String event, EventListener listener) {
    if (size == events.length) {
      events = Arrays.copyOf(events, size * 2);
      listeners = Arrays.copyOf(listeners, size * 2);
    }
    events[size] = event;
    listeners[size] = listener;
    size++;
  }

  void addOnce(String event, EventListener listener) {
    add(event, new Once(event, listener));
  }

  /// Removes the listener that was added last among those that are the same.
  void remove(String event, EventListener listener) {
    for (int i = size - 1; i >= 0; i--) {
      if (events[i].equals(event) && isSame(listeners[i], listener)) {
        int index = i;
        keep((_, at) -> at != index);
        return;
      }
    }
  }

  private static boolean isSame(EventListener known, EventListener listener) {
    return known.equals(listener) || (known instanceof Once once && once.listener.equals(listener));
  }

  void removeAll(String event) {
    keep((name, _) -> !name.equals(event));
  }

  private void keep(BiPredicate<String, Integer> kept) {
    var keptEvents = new String[events.length];
    var keptListeners = new EventListener[events.length];
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (kept.test(events[i], i)) {
        keptEvents[count] = events[i];
        keptListeners[count++] = listeners[i];
      }
    }
    events = keptEvents;
    listeners = keptListeners;
    size = count;
  }

  /// Calls each listener of an event.
  void call(String event, List<JsonNode> arguments, Ack ack, FailureListener failures) {
    @Nullable String[] names = events;
    EventListener[] called = listeners;
    int count = size;
    for (int i = 0; i < count; i++) {
      if (event.equals(names[i])) {
        try {
          called[i].on(arguments, ack);
        } catch (RuntimeException failure) { // the application's own; see Guard
          failures.failed(event, failure);
        }
      }
    }
  }
}
