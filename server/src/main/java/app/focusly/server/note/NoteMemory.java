package app.focusly.server.note;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// How much memory open notes take together. When it is too much, those that were not used longest
/// are to let go of what they have, and read it again when they need it. Used from every loop.
final class NoteMemory {
  /// Some dozens of notes at their limit, or some thousand of the usual kind.
  static final long MOST = 64L * 1024 * 1024;

  private final long most;
  private final LinkedHashMap<OpenNote, Integer> used = new LinkedHashMap<>(16, 0.75f, true);
  private long total;

  NoteMemory(long most) {
    this.most = most;
  }

  /// A note has been used, and takes so much now.
  void use(OpenNote note, int bytes) {
    overflow(note, bytes).forEach(OpenNote::letGo);
  }

  private synchronized List<OpenNote> overflow(OpenNote note, int bytes) {
    Integer before = used.put(note, bytes);
    total += bytes - (before == null ? 0 : before);
    var eldest = new ArrayList<OpenNote>();
    long left = total;
    for (var entry : used.sequencedEntrySet()) {
      if (left <= most) {
        break;
      }
      eldest.add(entry.getKey());
      left -= entry.getValue();
    }
    return eldest;
  }

  /// A note has let go of what it had.
  synchronized void forget(OpenNote note) {
    Integer before = used.remove(note);
    total -= before == null ? 0 : before;
  }

  /// What all take together.
  synchronized long total() {
    return total;
  }
}
