package app.focusly.room.ledger;

import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.CommandId;
import app.focusly.room.journal.Opening;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.Read;
import org.jspecify.annotations.Nullable;

/// What a ledger is told.
///
/// @param <W> who waits, as the owner of the ledger names them
public sealed interface Input<W> {

  /// What may have to wait until the ledger is loaded.
  sealed interface Ask<W> extends Input<W> {
    /// Who asks.
    W waiter();
  }

  /// A command of one of the features.
  record Execute<W>(W waiter, Actor actor, @Nullable CommandId commandId, Object command)
      implements Ask<W> {}

  /// Somebody wants the state.
  record View<W>(W waiter) implements Ask<W> {}

  /// Somebody has the state up to an event, and wants what came after.
  record Resume<W>(W waiter, String epoch, long since) implements Ask<W> {}

  /// Something that may go out only when all that has happened so far is durable.
  record Hold<W>(W waiter) implements Ask<W> {}

  /// Time has passed.
  record Wake<W>() implements Input<W> {}

  /// A snapshot is wanted, as nobody needs the ledger for now.
  record Settle<W>() implements Input<W> {}

  /// The journal answers [Output.Append].
  record Appended<W>(AppendResult result) implements Input<W> {}

  /// The journal answers [Output.Open].
  record Opened<W>(Read<Opening> result) implements Input<W> {}

  /// The journal answers [Output.Read].
  record PageRead<W>(long ticket, Read<Page> result) implements Input<W> {}

  /// The journal answers [Output.ReadBack].
  record BackRead<W>(long ticket, Read<Page> result) implements Input<W> {}
}
