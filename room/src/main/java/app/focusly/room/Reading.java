package app.focusly.room;

import app.focusly.room.chat.ReadMarks;
import app.focusly.room.ledger.Answer;
import app.focusly.room.member.Attendee;
import app.focusly.room.member.Presence;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// How far the members of a room have read its chat. Confined to the room's owner.
final class Reading {
  private final Room room;
  private final ReadMarks marks = new ReadMarks();

  Reading(Room room) {
    this.room = room;
  }

  /// Moves the mark of a connection's member, and tells the member's other connections.
  void handle(Command.ReadChat read, Consumer<Effect> to) {
    Optional<Presence> reader = room.presence(read.connection());
    if (reader.isEmpty()) {
      to.accept(Room.absent(read.connection()));
      return;
    }
    if (marks.read(reader.get().identity().memberId().value(), read.seq())) {
      List<ConnectionId> others =
          reader.get().attendees().stream()
              .map(Attendee::connection)
              .filter(other -> !other.equals(read.connection()))
              .toList();
      to.accept(new Effect.ChatRead(others, read.seq()));
    }
    to.accept(new Effect.Accepted(read.connection()));
  }

  /// Forgets a member.
  void forget(MemberId memberId) {
    marks.forget(memberId.value());
  }

  /// Adds to a state what is its reader's own business.
  void addTo(Answer answer, ConnectionId connection) {
    if (answer instanceof Answer.State(_, _, ObjectNode state)
        && state.path("chat") instanceof ObjectNode chat) {
      room.presence(connection)
          .map(presence -> marks.of(presence.identity().memberId().value()))
          .ifPresent(seq -> chat.put("read", seq));
    }
  }
}
