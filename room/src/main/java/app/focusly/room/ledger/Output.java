package app.focusly.room.ledger;

import app.focusly.room.Refusal;
import app.focusly.room.journal.Past;
import app.focusly.room.journal.StreamId;
import java.time.Instant;
import java.util.List;

/// What a ledger wants done, in this order.
///
/// @param <W> who waits, as the owner of the ledger names them
public sealed interface Output<W> {

  /// Append this to the journal and say what came of it. There is one at a time.
  record Append<W>(app.focusly.room.journal.Append append) implements Output<W> {}

  /// Open the stream in the journal and say what came of it.
  record Open<W>(StreamId stream) implements Output<W> {}

  /// Read a page of the journal and say what came of it, with the ticket.
  record Read<W>(long ticket, StreamId stream, long after) implements Output<W> {}

  /// Read a part of the past and say what came of it, with the ticket.
  record ReadBack<W>(long ticket, StreamId stream, Past past) implements Output<W> {}

  /// Answer somebody.
  record Answered<W>(W waiter, Answer answer) implements Output<W> {}

  /// Tell everyone who follows the stream. The events come once, in order and without gaps.
  record Published<W>(List<Recorded> events) implements Output<W> {
    public Published {
      events = List.copyOf(events);
    }
  }

  /// What was [held][Input.Hold] may go out.
  record Released<W>(W held) implements Output<W> {}

  /// What was [held][Input.Hold] must not go out: it rested on what is lost.
  record Lost<W>(W held, Refusal refusal) implements Output<W> {}

  /// Say [Input.Wake] at this time, and not at one that was named before.
  record WakeAt<W>(Instant at) implements Output<W> {}

  /// Something for the operator to know; it quotes no body.
  record Trouble<W>(String report) implements Output<W> {}

  /// Something for the operator to know of a stream.
  static <W> Output<W> trouble(StreamId stream, String report) {
    return new Trouble<>(stream + ": " + report);
  }
}
