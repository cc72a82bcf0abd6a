package app.focusly.server.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The sessions of this process by id. Used from every loop.
final class SessionTable {
  private final Map<String, ServerSession> sessions = new ConcurrentHashMap<>();
  private final int limit;

  SessionTable(int limit) {
    this.limit = limit;
  }

  /// Whether there is place for one more. Two loops may both take the last place: the limit is a
  /// bound on memory, and the number of loops over it does no harm.
  boolean hasPlace() {
    return sessions.size() < limit;
  }

  void add(ServerSession session) {
    if (sessions.putIfAbsent(session.id(), session) != null) {
      throw new IllegalStateException("session ids are random and never meet");
    }
  }

  @Nullable ServerSession find(String id) {
    return sessions.get(id);
  }

  void remove(ServerSession session) {
    sessions.remove(session.id(), session);
  }

  int size() {
    return sessions.size();
  }

  List<ServerSession> all() {
    return List.copyOf(sessions.values());
  }
}
