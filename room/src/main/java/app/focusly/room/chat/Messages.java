package app.focusly.room.chat;

import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.LedgerLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
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

  /// Members who were forgotten lately; what was looked up before may name them.
  private final SequencedSet<String> forgottenMembers = new LinkedHashSet<>();

  /// Sessions that were forgotten lately; what was looked up before may still have their messages.
  private final ArrayDeque<Span> forgottenSessions = new ArrayDeque<>();

  /// Events from one to another one.
  private record Span(long from, long through) {
    boolean has(long seq) {
      return from <= seq && seq <= through;
    }
  }

  private long newestPast; // the newest message that only the journal has; 0 when there is none
  private long forgotten; // up to here nothing is left

  /// The last ones, oldest first.
  List<Message> last() {
    return List.copyOf(last.values());
  }

  /// Whether there are older ones than the last.
  boolean hasPast() {
    return newestPast > 0;
  }

  /// The newest message that only the journal has; 0 when there is none.
  long newestPast() {
    return newestPast;
  }

  /// The event up to which nothing is left.
  long forgotten() {
    return forgotten;
  }

  void restore(long past, long through, List<Message> messages) {
    newestPast = past;
    forgotten = through;
    messages.forEach(message -> last.put(message.id(), message));
  }

  void add(Message message) {
    last.put(message.id(), message);
    if (last.size() > WINDOW) {
      Message oldest = last.pollFirstEntry().getValue();
      newestPast = oldest.id();
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

  /// Nothing is left of messages up to this event.
  void forgetThrough(long seq) {
    forgotten = Math.max(forgotten, seq);
    last.headMap(seq, true).clear();
    touched.keySet().removeIf(id -> id <= seq);
    if (newestPast <= seq) {
      newestPast = 0;
    }
  }

  /// Nothing is left of what a member wrote, and nothing names them.
  void forgetMember(String memberId) {
    forgottenMembers.add(memberId);
    if (forgottenMembers.size() > LedgerLimits.LOOK_UP_LAG) {
      forgottenMembers.removeFirst();
    }
    last.replaceAll((_, message) -> readable(message));
    touched.replaceAll((_, touch) ->
        switch (touch) {
          case Touch.Whole(Message message) -> new Touch.Whole(readable(message));
          case Touch.Change change -> change.unnaming(forgottenMembers);
        });
  }

  /// Nothing is left of what was written from one event to another one.
  void forgetSession(long from, long through) {
    var span = new Span(from, through);
    forgottenSessions.addLast(span);
    if (forgottenSessions.size() > LedgerLimits.LOOK_UP_LAG) {
      forgottenSessions.removeFirst();
    }
    last.replaceAll((_, message) -> readable(message));
    touched.keySet().removeIf(span::has); // the journal says all that is left to say
  }

  private Message readable(Message message) {
    String by = message.by();
    return by.equals(JournalEvent.FORGOTTEN)
            || forgottenMembers.contains(by)
            || forgottenSessions.stream().anyMatch(span -> span.has(message.id()))
        ? message.forgotten()
        : message.unnaming(forgottenMembers);
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
    return id > forgotten && id <= newestPast && find(id).isEmpty();
  }

  /// A message of the journal, as it is now.
  Message renewed(Message original) {
    Message message = last.get(original.id());
    Touch touch = touched.get(original.id());
    if (message != null) {
      return message;
    }
    Message known = readable(original);
    return touch == null || known.by().equals(JournalEvent.FORGOTTEN) ? known : touch.on(known);
  }

  /// Whether memory has the newest so many messages before one, or all that there are.
  boolean covers(long before, int limit) {
    return !hasPast() || last.headMap(before).size() >= limit;
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
