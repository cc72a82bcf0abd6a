package app.focusly.room.member;

import static app.focusly.room.payload.Payload.argument;

import app.focusly.room.RefusalCode;
import app.focusly.room.UserId;
import app.focusly.room.media.MediaState;
import app.focusly.room.payload.Payload;
import app.focusly.room.presence.Status;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The forms of `join-room`: one object, or the room and the user as the many clones of Meet send
/// them.
final class JoinForms {
  private static final Set<String> TIME_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  private JoinForms() {}

  static JoinRequest read(List<JsonNode> arguments, String socketId) {
    return argument(arguments, 0).isObject()
        ? object(Payload.of(arguments))
        : positional(arguments, socketId);
  }

  private static JoinRequest object(Payload payload) {
    int protocol = protocol(payload.field("protocol"));
    return new JoinRequest(
        Payload.roomId(payload.field("roomId")),
        Payload.userId(payload.field("userId")),
        protocol,
        payload.text("name").map(JoinForms::name).orElse(null),
        payload.text("timeZone").map(JoinForms::timeZone).orElse(null),
        payload.object("media").map(MediaState::read).orElse(silent(protocol)),
        payload.text("status").map(Status::of).orElse(Status.AVAILABLE),
        known(payload));
  }

  private static JoinRequest positional(List<JsonNode> arguments, String socketId) {
    JsonNode userId = argument(arguments, 1);
    return new JoinRequest(
        Payload.roomId(argument(arguments, 0)),
        Payload.isAbsent(userId) ? new UserId(socketId) : Payload.userId(userId),
        JoinRequest.PLAIN_PROTOCOL,
        nameIfAny(argument(arguments, 2)),
        null,
        silent(JoinRequest.PLAIN_PROTOCOL),
        Status.AVAILABLE,
        null);
  }

  /// A number says nothing without its epoch.
  private static JoinRequest.@Nullable Known known(Payload payload) {
    OptionalLong since = payload.count("since");
    Optional<String> epoch = payload.text("epoch");
    return since.isPresent() && epoch.isPresent()
        ? new JoinRequest.Known(epoch.get(), since.getAsLong())
        : null;
  }

  private static int protocol(JsonNode value) {
    if (Payload.isAbsent(value)) {
      return JoinRequest.PLAIN_PROTOCOL;
    }
    if (!value.isNumber()) {
      throw Payload.invalid("protocol", "a number");
    }
    if (!value.isInt() || value.intValue() != JoinRequest.PROTOCOL) {
      throw Payload.refused(
          "protocol", RefusalCode.UNSUPPORTED_PROTOCOL, "This server speaks protocol 1.");
    }
    return JoinRequest.PROTOCOL;
  }

  private static MemberName name(String text) {
    String stripped = text.strip();
    if (!MemberName.isPlain(stripped)) {
      throw Payload.invalid("name", "one line of text that is not blank");
    }
    if (MemberName.isTooLong(stripped)) {
      throw Payload.refused(
          "name", RefusalCode.NAME_TOO_LONG, "A name is at most 64 characters long.");
    }
    return new MemberName(stripped);
  }

  /// Some clones send a name third, others send something else there; neither asks for an answer.
  private static @Nullable MemberName nameIfAny(JsonNode value) {
    String stripped = value.asText().strip();
    boolean usable =
        value.isTextual() && MemberName.isPlain(stripped) && !MemberName.isTooLong(stripped);
    return usable ? new MemberName(stripped) : null;
  }

  private static ZoneId timeZone(String text) {
    if (!TIME_ZONES.contains(text)) {
      throw Payload.invalid("timeZone", "an IANA time zone such as Europe/Berlin");
    }
    return ZoneId.of(text);
  }

  private static MediaState silent(int protocol) {
    return protocol == JoinRequest.PLAIN_PROTOCOL ? MediaState.PLAIN : MediaState.OFF;
  }
}
