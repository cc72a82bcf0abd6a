package app.focusly.server.note;

import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;
import app.focusly.room.note.NoteRequest;
import app.focusly.server.websocket.Loop;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The updates of one socket that are on their way in parts: one upload and one answer at most.
/// Confined to the socket's loop.
public final class NoteSocket {
  /// The most bytes of an answer's part.
  static final int ANSWER_PART = 512 * 1024;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// What somebody hears for whose large update there is no memory now.
  public static final Refusal TOO_MUCH =
      Refusal.of(RefusalCode.RATE_LIMITED, "Too many large updates are on their way. Try again.");

  /// What somebody hears who asks for a part that is not there, or no longer.
  public static final Refusal NO_PART =
      Refusal.at("part", RefusalCode.INVALID_PAYLOAD, "There is no such part, or no longer.");

  /// What becomes of a part.
  public sealed interface Taken {
    /// More have to come.
    record More() implements Taken {}

    /// This is the update.
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Whole(byte[] update) implements Taken {}

    /// It is not taken, nor is what came before it.
    record Refused(Refusal refusal) implements Taken {}
  }

  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Upload(long noteId, NoteRequest.Piece first, byte[] bytes, Transfer transfer) {}

  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Download(long noteId, String id, byte[] update, Transfer transfer) {}

  private final Transfers transfers;
  private final Loop loop;
  private @Nullable Upload upload;
  private int nextPart;
  private int filled;
  private @Nullable Download download;
  private long downloads;

  public NoteSocket(Transfers transfers, Loop loop) {
    this.transfers = transfers;
    this.loop = loop;
  }

  /// Takes an update or a part of one.
  public Taken take(NoteRequest.Update update) {
    NoteRequest.Piece piece = update.piece();
    if (piece == null) {
      return new Taken.Whole(update.update());
    }
    if (piece.part() == 0) {
      Optional<Refusal> refusal = begin(update.noteId(), piece);
      if (refusal.isPresent()) {
        return new Taken.Refused(refusal.get());
      }
    }
    Upload current = upload;
    if (current == null || !goesOn(current, update, piece)) {
      endUpload();
      return new Taken.Refused(NoteRefusals.INVALID_PART);
    }
    System.arraycopy(update.update(), 0, current.bytes(), filled, update.update().length);
    filled += update.update().length;
    nextPart++;
    if (nextPart < piece.parts()) {
      current.transfer().touch();
      return new Taken.More();
    }
    endUpload();
    return filled == current.bytes().length
        ? new Taken.Whole(current.bytes())
        : new Taken.Refused(NoteRefusals.INVALID_PART);
  }

  private Optional<Refusal> begin(long noteId, NoteRequest.Piece piece) {
    endUpload();
    if (!transfers.take(piece.bytes())) {
      return Optional.of(TOO_MUCH);
    }
    var transfer = new Transfer(transfers, loop, piece.bytes(), this::endUpload);
    upload = new Upload(noteId, piece, new byte[piece.bytes()], transfer);
    nextPart = 0;
    filled = 0;
    return Optional.empty();
  }

  private boolean goesOn(Upload current, NoteRequest.Update update, NoteRequest.Piece piece) {
    return current.noteId() == update.noteId()
        && current.first().uploadId().equals(piece.uploadId())
        && current.first().parts() == piece.parts()
        && current.first().bytes() == piece.bytes()
        && piece.part() == nextPart
        && filled + update.update().length <= current.bytes().length;
  }

  private void endUpload() {
    if (upload != null) {
      upload.transfer().end();
      upload = null;
    }
  }

  /// The answer to a sync, or its first part; nothing when there is no memory for the others.
  public Optional<ObjectNode> first(long noteId, SyncAnswer answer) {
    endDownload();
    byte[] update = answer.update();
    ObjectNode json =
        JSON.objectNode()
            .put("ok", true)
            .put("stateVector", answer.stateVector())
            .put("bytes", answer.bytes())
            .put("full", answer.full());
    if (update.length <= ANSWER_PART) {
      return Optional.of(json.put("update", update));
    }
    if (!transfers.take(update.length)) {
      return Optional.empty();
    }
    downloads++;
    String id = Long.toString(downloads);
    var transfer = new Transfer(transfers, loop, update.length, this::endDownload);
    download = new Download(noteId, id, update, transfer);
    return Optional.of(
        json.put("parts", Math.ceilDiv(update.length, ANSWER_PART))
            .put("uploadId", id)
            .put("update", part(update, 0)));
  }

  /// A further part of it, if it is still there.
  public Optional<ObjectNode> next(NoteRequest.NextPart request) {
    Download current = download;
    if (current == null
        || current.noteId() != request.noteId()
        || !current.id().equals(request.uploadId())
        || request.part() >= Math.ceilDiv(current.update().length, ANSWER_PART)) {
      return Optional.empty();
    }
    current.transfer().touch();
    return Optional.of(
        JSON.objectNode().put("ok", true).put("update", part(current.update(), request.part())));
  }

  private static byte[] part(byte[] update, int part) {
    int from = part * ANSWER_PART;
    return Arrays.copyOfRange(update, from, Math.min(update.length, from + ANSWER_PART));
  }

  private void endDownload() {
    if (download != null) {
      download.transfer().end();
      download = null;
    }
  }

  /// The socket has gone.
  public void close() {
    endUpload();
    endDownload();
  }
}
