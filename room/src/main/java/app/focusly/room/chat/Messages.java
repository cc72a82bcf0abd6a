package app.focusly.room.chat;

import app.focusly.room.ledger.LedgerLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The messages that are in memory: the last ones, and what lately happened to older ones, so that
/// what is looked up in the journal can be brought up to date. Confined to the ledger's owner.
final class Messages {
  /// Some pages of a panel; who scrolls further waits for the journal.
  static final int WINDOW = 200;

  private final TreeMap<Long, Message> last = new TreeMap<>();

  /// As each event touches one message at most, what is looked up never misses a change. Not part
  /// of a snapshot: after loading, the journal has it all.
  private final Map<Long, Touch> touched =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Touch> eldest) {
          return size() > LedgerLimits.LOOK_UP_LAG;
        }
      };

  private long count;

  /// How many have been sent ever.
  long count() {
    return count;
  }

  /// The last ones, oldest first.
  List<Message> last() {
    return List.copyOf(last.values());
  }

  void restore(long sent, List<Message> messages) {
    count = sent;
    messages.forEach(message -> last.put(message.id(), message));
  }

  void add(Message message) {
    count++;
    last.put(message.id(), message);
    if (last.size() > WINDOW) {
      Message oldest = last.pollFirstEntry().getValue();
      touch(oldest.id(), new Touch.Whole(oldest));
    }
  }

  void change(long id, Touch.Change change) {
    Message message = last.get(id);
    if (message == null) {
      Touch before = touched.get(id);
      touch(id, before == null ? change : before.then(change));
    } else {
      last.put(id, change.on(message));
    }
  }

  /// The newest comes last, so that the one that nothing happened to for the longest is dropped.
  private void touch(long id, Touch touch) {
    touched.remove(id);
    touched.put(id, touch);
  }

  /// The message, if all of it is in memory.
  Optional<Message> find(long id) {
    Message message = last.get(id);
    if (message != null) {
      return Optional.of(message);
    }
    return Optional.ofNullable(touched.get(id)).flatMap(Touch::whole);
  }

  /// Whether there may be such a message, of which only the journal knows all.
  boolean isPast(long id) {
    return count > last.size() && id > 0 && id < last.firstKey() && find(id).isEmpty();
  }

  /// A message of the journal, as it is now.
  Message renewed(Message original) {
    Message message = last.get(original.id());
    Touch touch = touched.get(original.id());
    if (message != null) {
      return message;
    }
    return touch == null ? original : touch.on(original);
  }

  /// Whether memory has the newest so many messages before one, or all that there are.
  boolean covers(long before, int limit) {
    return count == last.size() || last.headMap(before).size() >= limit;
  }

  /// All in memory from one on and before another one, oldest first.
  List<Message> between(long from, long before) {
    var found = new TreeMap<Long, Message>();
    touched.forEach((id, touch) ->
        touch
            .whole()
            .filter(message -> id >= from && id < before)
            .ifPresent(message -> found.put(id, message)));
    if (from < before) {
      found.putAll(last.subMap(from, before));
    }
    return new ArrayList<>(found.values());
  }
}
