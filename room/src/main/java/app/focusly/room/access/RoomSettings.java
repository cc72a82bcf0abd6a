package app.focusly.room.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/// What an owner decides for a room.
///
/// @param timer who controls the timer
/// @param chat who writes
/// @param screen who shares a screen
/// @param unmute whether somebody whom an owner muted may switch the microphone on again
/// @param locked whether nobody new comes in
/// @param entry how somebody new comes in
public record RoomSettings(
    Audience timer, Audience chat, Audience screen, boolean unmute, boolean locked, Entry entry) {

  /// Of a room for which nobody has decided anything.
  public static final RoomSettings OPEN =
      new RoomSettings(
          Audience.EVERYONE, Audience.EVERYONE, Audience.EVERYONE, true, false, Entry.FREE);

  /// As it goes over the wire and into the journal.
  public ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("timer", timer.text())
        .put("chat", chat.text())
        .put("screen", screen.text())
        .put("unmute", unmute)
        .put("locked", locked)
        .put("entry", entry.text());
  }

  /// Reads what [#json] wrote; what is missing is as in an open room.
  static RoomSettings of(JsonNode json) {
    return new RoomSettings(
        audience(json.path("timer")),
        audience(json.path("chat")),
        audience(json.path("screen")),
        json.path("unmute").asBoolean(OPEN.unmute),
        json.path("locked").asBoolean(OPEN.locked),
        Entry.valueOf(json.path("entry").asText(OPEN.entry.text()).toUpperCase(Locale.ROOT)));
  }

  private static Audience audience(JsonNode json) {
    return Audience.valueOf(json.asText(Audience.EVERYONE.text()).toUpperCase(Locale.ROOT));
  }
}
