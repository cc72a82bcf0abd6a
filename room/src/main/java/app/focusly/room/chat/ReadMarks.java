package app.focusly.room.chat;

import java.util.LinkedHashMap;
import java.util.Map;

/// How far each member has read, for the member's own connections. It is gone with the room's
/// memory, and of many members those are forgotten who have read nothing for the longest. Confined
/// to the room's owner.
public final class ReadMarks {
  /// Ten times the members of a full room.
  static final int MAX_MEMBERS = 1_000;

  private final Map<String, Long> marks =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MAX_MEMBERS;
        }
      };

  /// The last event that a member has read of; 0 when nothing is known.
  public long of(String memberId) {
    return marks.getOrDefault(memberId, 0L);
  }

  /// Forgets a member.
  public void forget(String memberId) {
    marks.remove(memberId);
  }

  /// Moves a member's mark, never back.
  ///
  /// @return whether it moved
  public boolean read(String memberId, long seq) {
    if (seq <= of(memberId)) {
      return false;
    }
    marks.put(memberId, seq);
    return true;
  }
}
