package app.focusly.room;

import app.focusly.room.journal.CommandId;
import app.focusly.room.media.MediaState;
import app.focusly.room.media.ReceiveVideo;
import app.focusly.room.member.JoinRequest;
import app.focusly.room.member.MemberIdentity;
import app.focusly.room.payload.Payload;
import app.focusly.room.payload.Text;
import app.focusly.room.presence.LowerHand;
import app.focusly.room.presence.Status;
import app.focusly.room.presence.Typing;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a room is told to do. The connection is the one that the server received it from, never one
/// that a payload named.
public sealed interface Command {

  /// Whose command it is.
  ConnectionId connection();

  /// What concerns those who are here, and leaves no trace when they have gone.
  sealed interface Live extends Command {}

  /// The connection wants to be in the room.
  ///
  /// @param identity who it is, by the server's own judgement
  record Join(ConnectionId connection, MemberIdentity identity, JoinRequest request)
      implements Live {}

  /// The connection goes, or has gone.
  record Leave(ConnectionId connection, LeaveReason reason) implements Live {}

  /// The connection says what it sends.
  record SetMedia(ConnectionId connection, MediaState media) implements Live {}

  /// What members let each other know of themselves, beside what they send.
  sealed interface Signal extends Live {}

  /// The connection says what its user does.
  record SetStatus(ConnectionId connection, Status status) implements Signal {}

  /// The connection's user wants somebody's hand down.
  record LowerHands(ConnectionId connection, LowerHand request) implements Signal {}

  /// The connection's user types, or does not any more.
  record Type(ConnectionId connection, Typing typing) implements Signal {}

  /// The connection wants a lasting change.
  ///
  /// @param commandId null when the client gave none, and so must not send it again
  /// @param change the command of a journalled feature
  record Change(ConnectionId connection, @Nullable CommandId commandId, Object change)
      implements Command {}

  /// The connection wants to see what is its member's own in the room, and to hear of it from then
  /// on.
  record ShowOwn(ConnectionId connection) implements Command {}

  /// The connection wants to read or write in a note.
  record UseNote(ConnectionId connection, long noteId) implements Command {}

  /// The connection looks for a text in what the room wrote.
  ///
  /// @param limit the most finds of each kind
  record Search(ConnectionId connection, String text, int limit) implements Command {
    /// The most code points of the text.
    public static final int TEXT = 100;

    /// The most finds of each kind.
    public static final int LIMIT = 50;

    /// Reads the arguments of `room-search`.
    public static Parsed<Search> parse(ConnectionId connection, List<JsonNode> arguments) {
      return Payload.parse(() -> {
        Payload payload = Payload.of(arguments);
        String text = payload.text("text").orElse("").strip();
        if (Text.isBlank(text) || Text.length(text) > TEXT || !Text.isOneLine(text)) {
          throw Payload.invalid("text", "one line of 1 to %d characters".formatted(TEXT));
        }
        return new Search(connection, text, payload.wholeNumber("limit", 1, LIMIT).orElse(LIMIT));
      });
    }
  }

  /// The connection wants to know what happened after an event.
  record CatchUp(ConnectionId connection, long since) implements Command {

    /// Reads the arguments of `catch-up`.
    public static Parsed<CatchUp> parse(ConnectionId connection, List<JsonNode> arguments) {
      return Payload.parse(() ->
          new CatchUp(
              connection,
              Payload.of(arguments)
                  .count("since")
                  .orElseThrow(() -> Payload.invalid("since", "a whole number from 0"))));
    }
  }

  /// The connection's member has read all up to an event.
  record ReadChat(ConnectionId connection, long seq) implements Command {

    /// Reads the arguments of `chat-read`.
    public static Parsed<ReadChat> parse(ConnectionId connection, List<JsonNode> arguments) {
      return Payload.parse(() ->
          new ReadChat(
              connection,
              Payload.of(arguments)
                  .count("seq")
                  .orElseThrow(() -> Payload.invalid("seq", "a whole number from 0"))));
    }
  }

  /// The connection asks another one for its camera, or not to send it any more.
  record AskVideo(ConnectionId connection, ReceiveVideo request) implements Live {}
}
