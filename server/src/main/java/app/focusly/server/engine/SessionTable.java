package app.focusly.server.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The sessions of this process by id. Used from every loop.
final class SessionTable {
  private final Map<String, ServerSession> sessions = new ConcurrentHashMap<>();
  private final int limit;
  private final CountDownLatch drained = new CountDownLatch(1);
  private volatile boolean draining;

  SessionTable(int limit) {
    this.limit = limit;
  }

  /// Whether there is place for one more. Two loops may both take the last place: the limit is a
  /// bound on memory, and the number of loops over it does no harm.
  boolean hasPlace() {
    return !draining && sessions.size() < limit;
  }

  /// Adds a session. Ids are asked for before they are used; should two loops use one at the same
  /// time, requests keep finding the first, and the other is alone with its own connection.
  void add(ServerSession session) {
    sessions.putIfAbsent(session.id(), session);
  }

  @Nullable ServerSession find(String id) {
    return sessions.get(id);
  }

  void remove(ServerSession session) {
    sessions.remove(session.id(), session);
    if (draining && sessions.isEmpty()) {
      drained.countDown();
    }
  }

  /// Lets nobody in any more.
  void drain() {
    draining = true;
    if (sessions.isEmpty()) {
      drained.countDown();
    }
  }

  /// Waits for the last session to end, once nobody is let in any more.
  boolean awaitDrained(Duration atMost) throws InterruptedException {
    return drained.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  int size() {
    return sessions.size();
  }

  List<ServerSession> all() {
    return List.copyOf(sessions.values());
  }
}
