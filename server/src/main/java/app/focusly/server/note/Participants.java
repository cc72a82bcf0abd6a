package app.focusly.server.note;

import app.focusly.room.ConnectionId;
import app.focusly.room.MemberId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which connections are in a note, which of them may write, and which Yjs client is whose.
/// Confined to the room's loop. There are no more than the room takes.
final class Participants {

  /// Where somebody's caret was said to be last.
  record Caret(ConnectionId connection, MemberId by, AwarenessUpdate update) {}

  private static final class Participant {
    private final MemberId memberId;
    private boolean mayWrite = true;
    private @Nullable Caret caret;

    Participant(MemberId memberId) {
      this.memberId = memberId;
    }
  }

  private final Map<ConnectionId, Participant> all = new LinkedHashMap<>();

  boolean isEmpty() {
    return all.isEmpty();
  }

  /// A connection knows what is in the note, and may write from now on.
  void add(ConnectionId connection, MemberId memberId) {
    all.computeIfAbsent(connection, _ -> new Participant(memberId)).mayWrite = true;
  }

  /// Who is here, each once, in order of coming.
  List<MemberId> members() {
    return all.values().stream().map(participant -> participant.memberId).distinct().toList();
  }

  /// Nobody is here any more.
  void clear() {
    all.clear();
  }

  /// A connection has gone.
  ///
  /// @return its caret, if the others know of it
  Optional<Caret> remove(ConnectionId connection) {
    Participant participant = all.remove(connection);
    return Optional.ofNullable(participant).map(gone -> gone.caret);
  }

  boolean mayWrite(ConnectionId connection) {
    Participant participant = all.get(connection);
    return participant != null && participant.mayWrite;
  }

  /// Whether a connection is here and may not write. One that has gone may have written before.
  boolean isHeld(ConnectionId connection) {
    Participant participant = all.get(connection);
    return participant != null && !participant.mayWrite;
  }

  /// A connection has to ask first what is in the note.
  void hold(ConnectionId connection) {
    Participant participant = all.get(connection);
    if (participant != null) {
      participant.mayWrite = false;
    }
  }

  /// Takes a caret, unless its Yjs client is another connection's or the connection has another
  /// one: the first one is its own.
  boolean take(Caret caret) {
    Participant participant = all.get(caret.connection());
    if (participant == null || isOfAnother(caret)) {
      return false;
    }
    Caret before = participant.caret;
    if (before != null && before.update().client() != caret.update().client()) {
      return false;
    }
    participant.caret = caret;
    return true;
  }

  private boolean isOfAnother(Caret caret) {
    return all.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(caret.connection()))
        .map(entry -> entry.getValue().caret)
        .anyMatch(other -> other != null && other.update().client() == caret.update().client());
  }

  /// All that are known.
  List<Caret> carets() {
    return all.values().stream()
        .flatMap(participant -> Optional.ofNullable(participant.caret).stream())
        .toList();
  }
}
