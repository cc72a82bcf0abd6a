package app.focusly.room.media;

import app.focusly.room.Parsed;
import app.focusly.room.UserId;
import app.focusly.room.payload.Payload;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// The wish to be sent someone's camera, or not to be.
public record ReceiveVideo(UserId userId, boolean on) {

  /// Reads the arguments of `receive-video`.
  public static Parsed<ReceiveVideo> parse(List<JsonNode> arguments) {
    return Payload.parse(() -> {
      var payload = Payload.of(arguments);
      return new ReceiveVideo(Payload.userId(payload.field("userId")), payload.flag("on"));
    });
  }
}
