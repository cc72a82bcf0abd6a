package app.focusly.room.presence;

import app.focusly.room.MemberId;
import app.focusly.room.Parsed;
import app.focusly.room.payload.Payload;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// The wish that somebody's hand goes down.
public record LowerHand(MemberId memberId) {

  /// Reads the arguments of `hand-lower`.
  public static Parsed<LowerHand> parse(List<JsonNode> arguments) {
    return Payload.parse(() -> {
      String memberId = Payload.of(arguments).text("memberId").orElse("");
      if (memberId.isBlank()) {
        throw Payload.invalid("memberId", "a member's id");
      }
      return new LowerHand(new MemberId(memberId));
    });
  }
}
