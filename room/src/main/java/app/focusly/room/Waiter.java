package app.focusly.room;

import app.focusly.room.ledger.Answer;

/// Who waits for a room's ledger.
sealed interface Waiter {

  /// A connection that wants to come in.
  record Joining(Command.Join join, Sender to) implements Waiter {}

  /// A member who has shown the owner key joins, and is to be an owner first.
  record Claiming(Command.Join join, Sender to) implements Waiter {}

  /// A member whose change is under way.
  record Changing(Command.Change change, MemberId by, Sender to) implements Waiter {}

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

  /// The room's own record of who comes and goes.
  enum Recording implements Waiter {
    RECORDING
  }
}
