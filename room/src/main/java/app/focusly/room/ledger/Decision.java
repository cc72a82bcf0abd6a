package app.focusly.room.ledger;

import app.focusly.room.Refusal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What a feature makes of a command.
public sealed interface Decision {

  /// It is carried out: this happens, or nothing when all is as wanted already.
  record Happens(List<Draft> drafts) implements Decision {
    public Happens {
      drafts = List.copyOf(drafts);
    }
  }

  /// It was a [Question], and this is the answer.
  record Shows(ObjectNode answer) implements Decision {}

  /// It is not carried out.
  record Refused(Refusal refusal) implements Decision {}

  /// This happens.
  static Decision happens(Draft... drafts) {
    return new Happens(List.of(drafts));
  }
}
