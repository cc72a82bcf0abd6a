package app.focusly.room.member;

import app.focusly.room.Parsed;
import app.focusly.room.RoomId;
import app.focusly.room.UserId;
import app.focusly.room.media.MediaState;
import app.focusly.room.payload.Payload;
import app.focusly.room.presence.Status;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A valid `join-room`.
///
/// @param protocol 1, or 0 for a plain client, which names none
/// @param name null when the client gave none
/// @param timeZone null when the client gave none
/// @param media what the client sends from the start
/// @param status what its user does then
/// @param known what the client has of the room already; null when it has nothing
public record JoinRequest(
    RoomId roomId,
    UserId userId,
    int protocol,
    @Nullable MemberName name,
    @Nullable ZoneId timeZone,
    MediaState media,
    Status status,
    @Nullable Known known) {

  /// How far a client has followed a room.
  ///
  /// @param epoch to which the number belongs
  /// @param since the last event that it has
  public record Known(String epoch, long since) {}

  /// The protocol of a client that names none.
  public static final int PLAIN_PROTOCOL = 0;

  /// The one protocol that a client may name.
  public static final int PROTOCOL = 1;

  public JoinRequest {
    if (protocol != PLAIN_PROTOCOL && protocol != PROTOCOL) {
      throw new IllegalArgumentException("unknown protocol");
    }
  }

  /// The same with other media.
  public JoinRequest withMedia(MediaState other) {
    return new JoinRequest(roomId, userId, protocol, name, timeZone, other, status, known);
  }

  /// Reads the arguments of `join-room` in any of its forms.
  ///
  /// @param socketId the user id of a client that gives the room alone
  public static Parsed<JoinRequest> parse(List<JsonNode> arguments, String socketId) {
    return Payload.parse(() -> JoinForms.read(arguments, socketId));
  }
}
