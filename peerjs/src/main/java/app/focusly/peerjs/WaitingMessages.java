package app.focusly.peerjs;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/// What waits for peers that are not connected: one queue for each, all within [QueueLimits].
///
/// A queue ages as a whole, from its first message on, as in PeerServer: a caller's offer and
/// candidates are of use together or not at all.
final class WaitingMessages {

  private final QueueLimits limits;

  /// In order of creation, so that the first is the oldest.
  private final SequencedMap<String, Waiting> byDestination = new LinkedHashMap<>();

  private final Map<String, Usage> bySender = new HashMap<>();
  private final Usage total = new Usage();

  WaitingMessages(QueueLimits limits) {
    this.limits = limits;
  }

  /// A sender whose messages to one destination have waited in vain.
  record Unanswered(String sender, String destination) {}

  private record Message(String sender, String frame, int bytes) {}

  private record Waiting(long createdAtMillis, Usage usage, Queue<Message> messages) {}

  /// Adds a message, or answers false, having changed nothing, if a limit would be passed.
  boolean add(String destination, String sender, String frame, long nowMillis) {
    Message message = new Message(sender, frame, Utf8.length(frame));
    if (!admits(destination, message)) {
      return false;
    }
    Waiting waiting =
        byDestination.computeIfAbsent(
            destination, absent -> new Waiting(nowMillis, new Usage(), new ArrayDeque<>()));
    waiting.messages().add(message);
    waiting.usage().add(message.bytes());
    bySender.computeIfAbsent(sender, absent -> new Usage()).add(message.bytes());
    total.add(message.bytes());
    return true;
  }

  private boolean admits(String destination, Message message) {
    Waiting waiting = byDestination.get(destination);
    boolean queueAdmits =
        waiting == null
            ? byDestination.size() < limits.destinations()
                && Usage.NONE.admits(message.bytes(), limits.perDestination())
            : waiting.usage().admits(message.bytes(), limits.perDestination());
    return queueAdmits
        && bySender
            .getOrDefault(message.sender(), Usage.NONE)
            .admits(message.bytes(), limits.perSender())
        && total.admits(message.bytes(), limits.total());
  }

  /// Delivers in order what waits for a destination, up to the first frame that is not taken; that
  /// one and the rest keep waiting.
  void drain(String destination, Predicate<String> deliver) {
    Waiting waiting = byDestination.get(destination);
    if (waiting == null) {
      return;
    }
    Message next = waiting.messages().peek();
    while (next != null && deliver.test(next.frame())) {
      waiting.messages().remove();
      waiting.usage().remove(next.bytes());
      forget(next);
      next = waiting.messages().peek();
    }
    if (next == null) {
      byDestination.remove(destination);
    }
  }

  /// Removes the queues made at `millis` or before, and answers who waited in them for whom.
  Set<Unanswered> removeCreatedUntil(long millis) {
    Set<Unanswered> unanswered = new LinkedHashSet<>();
    var oldest = byDestination.firstEntry();
    while (oldest != null && oldest.getValue().createdAtMillis() <= millis) {
      byDestination.pollFirstEntry();
      for (Message message : oldest.getValue().messages()) {
        forget(message);
        unanswered.add(new Unanswered(message.sender(), oldest.getKey()));
      }
      oldest = byDestination.firstEntry();
    }
    return unanswered;
  }

  OptionalLong oldestCreatedAtMillis() {
    var oldest = byDestination.firstEntry();
    return oldest == null
        ? OptionalLong.empty()
        : OptionalLong.of(oldest.getValue().createdAtMillis());
  }

  int messages() {
    return total.messages();
  }

  long bytes() {
    return total.bytes();
  }

  private void forget(Message message) {
    total.remove(message.bytes());
    bySender.computeIfPresent(
        message.sender(),
        (sender, usage) -> {
          usage.remove(message.bytes());
          return usage.isEmpty() ? null : usage;
        });
  }
}
