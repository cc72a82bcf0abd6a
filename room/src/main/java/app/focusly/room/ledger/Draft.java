package app.focusly.room.ledger;

import app.focusly.room.journal.Redaction;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// An event before it has a number.
///
/// @param type one of the feature's own
/// @param body in the form of now
/// @param redactions of earlier events, which this one orders
public record Draft(String type, ObjectNode body, List<Redaction> redactions) {
  public Draft {
    redactions = List.copyOf(redactions);
  }

  /// An event that overwrites nothing.
  public static Draft of(String type, ObjectNode body) {
    return new Draft(type, body, List.of());
  }
}
