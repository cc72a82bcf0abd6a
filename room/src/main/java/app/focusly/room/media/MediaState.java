package app.focusly.room.media;

import app.focusly.room.Parsed;
import app.focusly.room.payload.Payload;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What a connection says that it sends.
///
/// @param mic whether its microphone is on
/// @param camera whether its camera is on
/// @param screen whether it shares a screen
/// @param hand whether its user's hand is up
public record MediaState(boolean mic, boolean camera, boolean screen, boolean hand) {
  /// Of a plain client, which sends both and never says so.
  public static final MediaState PLAIN = new MediaState(true, true, false, false);

  /// Of a client that said nothing yet, though it could.
  public static final MediaState OFF = new MediaState(false, false, false, false);

  /// The same with the hand down.
  public MediaState withHandDown() {
    return new MediaState(mic, camera, screen, false);
  }

  /// Reads the arguments of `media-state`.
  public static Parsed<MediaState> parse(List<JsonNode> arguments) {
    return Payload.parse(() -> read(Payload.of(arguments)));
  }

  /// Reads an object that holds all four.
  public static MediaState read(Payload payload) {
    return new MediaState(
        payload.flag("mic"), payload.flag("camera"), payload.flag("screen"), payload.flag("hand"));
  }
}
