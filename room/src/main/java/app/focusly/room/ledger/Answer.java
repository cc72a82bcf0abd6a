package app.focusly.room.ledger;

import app.focusly.room.Refusal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What someone who waits for a ledger hears. All that it says is durable.
public sealed interface Answer {

  /// The command was carried out.
  ///
  /// @param seq the number of its first event; when it had none, of the last event before it
  /// @param repeat whether that was earlier, and it is the first answer once more
  record Done(long seq, boolean repeat) implements Answer {}

  /// The answer to a [Question].
  record Shown(ObjectNode answer) implements Answer {}

  /// It was not carried out, or is not known to be.
  record Refused(Refusal refusal) implements Answer {}

  /// The state as a whole.
  ///
  /// @param seq the last event in it
  /// @param state each feature's view, by its name
  record State(String epoch, long seq, ObjectNode state) implements Answer {}

  /// The events after those that the client has.
  ///
  /// @param seq the last event that the client has with these
  /// @param more whether to ask again
  record Missed(String epoch, long seq, List<Recorded> events, boolean more) implements Answer {
    public Missed {
      events = List.copyOf(events);
    }
  }
}
