package app.focusly.room.note;

import app.focusly.room.Parsed;
import app.focusly.room.RefusalCode;
import app.focusly.room.payload.Payload;
import app.focusly.room.payload.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a client asks of what is written in a note. Nobody changes the bytes.
public sealed interface NoteRequest {
  /// The most bytes of one message's part of an update.
  int PART = 128 * 1024;

  /// The most parts of an update.
  int PARTS = 32;

  /// The most bytes of an update in parts.
  int WHOLE = 2 * 1024 * 1024;

  /// The most bytes of a state vector: some thousand clients.
  int STATE_VECTOR = 128 * 1024;

  /// The most bytes that somebody tells of their caret.
  int AWARENESS = 4 * 1024;

  /// The most characters of an upload's id.
  int UPLOAD_ID = 36;

  /// Which note.
  long noteId();

  /// What the client has not got yet.
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Sync(long noteId, byte[] stateVector) implements NoteRequest {}

  /// A further part of the answer to that.
  record NextPart(long noteId, String uploadId, int part) implements NoteRequest {}

  /// An update.
  ///
  /// @param piece which part of a larger update this is; null when it is all
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Update(long noteId, byte[] update, @Nullable Piece piece) implements NoteRequest {}

  /// The client follows the note no more.
  record Leave(long noteId) implements NoteRequest {}

  /// Where the client's caret is.
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Awareness(long noteId, byte[] update) implements NoteRequest {}

  /// A part of an update.
  ///
  /// @param part from 0
  /// @param bytes of all parts
  record Piece(String uploadId, int part, int parts, int bytes) {}

  /// Whether a client's event is one of these.
  static boolean isOne(String event) {
    return switch (event) {
      case "note-sync", "note-part", "note-update", "note-leave", "note-awareness" -> true;
      default -> false;
    };
  }

  /// Reads an event that [#isOne].
  static Parsed<NoteRequest> parse(String event, List<JsonNode> arguments) {
    return Payload.parse(() -> {
      Payload payload = Payload.of(arguments);
      long noteId = NoteEvents.noteId(payload);
      return switch (event) {
        case "note-sync" -> new Sync(noteId, bytes(payload, "stateVector", STATE_VECTOR));
        case "note-part" ->
            new NextPart(noteId, uploadId(payload), number(payload, "part", 1, Integer.MAX_VALUE));
        case "note-update" ->
            new Update(noteId, bytes(payload, "update", PART), pieceIfAny(payload));
        case "note-leave" -> new Leave(noteId);
        case "note-awareness" -> new Awareness(noteId, bytes(payload, "update", AWARENESS));
        default ->
            throw Payload.refused("", RefusalCode.UNKNOWN_EVENT, "There is no event of that name.");
      };
    });
  }

  private static @Nullable Piece pieceIfAny(Payload payload) {
    if (Payload.isAbsent(payload.field("uploadId"))) {
      return null;
    }
    int parts = number(payload, "parts", 1, PARTS);
    return new Piece(
        uploadId(payload),
        number(payload, "part", 0, parts - 1),
        parts,
        number(payload, "bytes", 1, WHOLE));
  }

  private static String uploadId(Payload payload) {
    String id = payload.text("uploadId").orElse("");
    if (id.isEmpty() || id.length() > UPLOAD_ID || !Text.isOneLine(id)) {
      throw Payload.invalid("uploadId", "1 to %d characters".formatted(UPLOAD_ID));
    }
    return id;
  }

  private static int number(Payload payload, String name, int least, int most) {
    return payload
        .wholeNumber(name, least, most)
        .orElseThrow(() -> Payload.invalid(name, "a whole number"));
  }

  private static byte[] bytes(Payload payload, String name, int most) {
    JsonNode value = payload.field(name);
    if (!value.isBinary()) {
      throw Payload.invalid(name, "binary");
    }
    byte[] bytes = binary(value);
    if (bytes.length == 0 || bytes.length > most) {
      throw Payload.invalid(name, "1 to %d bytes".formatted(most));
    }
    return bytes;
  }

  private static byte[] binary(JsonNode value) {
    try {
      return value.binaryValue();
    } catch (IOException neverForBinaryNodes) {
      throw new UncheckedIOException(neverForBinaryNodes);
    }
  }
}
