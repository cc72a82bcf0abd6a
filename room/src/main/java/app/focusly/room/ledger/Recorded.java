package app.focusly.room.ledger;

import app.focusly.room.journal.JournalEvent;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// An event with its body in the form of now. Nobody may change the body.
///
/// @param event as the journal has it, perhaps with the body in an older form
public record Recorded(JournalEvent event, ObjectNode body) {

  /// Its place in the stream.
  public long seq() {
    return event.seq();
  }

  /// What happened.
  public String type() {
    return event.type();
  }
}
