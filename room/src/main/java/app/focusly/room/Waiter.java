package app.focusly.room;

import app.focusly.room.history.SessionErasure;
import app.focusly.room.ledger.Actor;
import app.focusly.room.ledger.Answer;
import java.util.List;
import java.util.Optional;

/// Who waits for a room's ledger.
sealed interface Waiter {

  /// A connection that wants to come in.
  record Joining(Command.Join join, Sender to) implements Waiter {}

  /// A member who has shown the owner key joins, and is to be an owner first.
  record Claiming(Command.Join join, Sender to) implements Waiter {}

  /// A member whose change is under way.
  record Changing(Command.Change change, MemberId by, Sender to) implements Waiter {}

  /// A connection that wants to see its member's own board.
  record ShowingOwn(ConnectionId connection, Sender to) implements Waiter {}

  /// A connection that wants to know what it missed.
  record CatchingUp(ConnectionId connection, Sender to) implements Waiter {}

  /// Somebody outside.
  record Asking(Once<Answer> to) implements Waiter {}

  /// Somebody who looks after a room that nobody opens.
  record Tending(Once<Answer> done) implements Waiter {}

  /// Somebody who wants a member forgotten.
  ///
  /// @param from the first event of those that are gone through now
  record Forgetting(MemberId memberId, long from, Once<Answer> to) implements Waiter {}

  /// Somebody who wants a session forgotten, part by part.
  ///
  /// @param session the number of the event that started it
  /// @param from the first event of the part that is gone through now
  /// @param through the session's last event
  record Clearing(
      Actor by, long session, long from, long through, List<Long> edits, Once<Answer> to)
      implements Waiter {
    public Clearing {
      edits = List.copyOf(edits);
    }

    /// What is to be done for this part.
    SessionErasure.Forget command() {
      long end = Math.min(through, from + SessionErasure.STEP - 1);
      return new SessionErasure.Forget(session, from, end, end == through, edits);
    }

    /// The next part, if there is one.
    Optional<Clearing> next() {
      long next = from + SessionErasure.STEP;
      return next > through
          ? Optional.empty()
          : Optional.of(new Clearing(by, session, next, through, List.of(), to));
    }
  }

  /// The room's own record of who comes and goes.
  enum Recording implements Waiter {
    RECORDING
  }
}
