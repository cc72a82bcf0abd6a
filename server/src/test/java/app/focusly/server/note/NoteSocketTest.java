package app.focusly.server.note;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.note.NoteRequest;
import app.focusly.server.websocket.Loops;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Updates that go in parts, either way.
class NoteSocketTest {
  private static final int PART = 10;

  private final Vertx vertx = Vertx.vertx();
  private final Loops loops = Loops.of(vertx, () -> 0);
  private final Transfers transfers = new Transfers();
  private final NoteSocket socket = new NoteSocket(transfers, loops.owner("notes"));

  @AfterEach
  void close() {
    socket.close();
    loops.close();
    vertx.close().await();
  }

  @Test
  void partsInOrderAreTheUpdate() {
    byte[] whole = letters(25);

    assertThat(send(whole, "up", 0)).isEqualTo("more");
    assertThat(transfers.bytes()).isEqualTo(25);
    assertThat(send(whole, "up", 1)).isEqualTo("more");
    assertThat(send(whole, "up", 2)).isEqualTo(text(whole));
    assertThat(transfers.bytes()).isZero();
  }

  @Test
  void whatIsNotTheNextPartEndsTheUpload() {
    byte[] whole = letters(25);

    assertThat(send(whole, "up", 1)).isEqualTo("part");
    send(whole, "up", 0);
    assertThat(send(whole, "up", 2)).isEqualTo("part");
    assertThat(send(whole, "up", 1)).isEqualTo("part");
    assertThat(transfers.bytes()).isZero();
  }

  @Test
  void aNewUploadTakesThePlaceOfTheOneBefore() {
    byte[] whole = letters(15);
    send(whole, "one", 0);

    assertThat(send(whole, "two", 0)).isEqualTo("more");
    assertThat(transfers.bytes()).isEqualTo(15);
    assertThat(send(whole, "two", 1)).isEqualTo(text(whole));
    assertThat(send(whole, "one", 1)).isEqualTo("part");
  }

  @Test
  void anUploadOfAnotherLengthThanItSaidIsRefused() {
    var first = new NoteRequest.Piece("up", 0, 2, 30);
    var last = new NoteRequest.Piece("up", 1, 2, 30);
    var tooLong = new NoteRequest.Piece("up", 0, 2, 5);

    assertThat(word(socket.take(new NoteRequest.Update(4, letters(10), first)))).isEqualTo("more");
    assertThat(word(socket.take(new NoteRequest.Update(4, letters(10), last)))).isEqualTo("part");
    assertThat(word(socket.take(new NoteRequest.Update(4, letters(10), tooLong))))
        .isEqualTo("part");
    assertThat(transfers.bytes()).isZero();
  }

  @Test
  void whoHasNoMemoryLeftTriesAgainLater() {
    assertThat(transfers.take(Transfers.MOST)).isTrue();

    assertThat(send(letters(25), "up", 0)).isEqualTo("rate-limited");
    assertThat(socket.first(4, answer(NoteSocket.ANSWER_PART + 1))).isEmpty();
    assertThat(transfers.bytes()).isEqualTo(Transfers.MOST);
  }

  @Test
  void aLargeAnswerComesInParts() throws IOException {
    int length = 2 * NoteSocket.ANSWER_PART + 7;
    ObjectNode first = socket.first(4, answer(length)).orElseThrow();
    String id = first.path("uploadId").asText();
    var all = new ByteArrayOutputStream();
    all.writeBytes(first.path("update").binaryValue());

    assertThat(first.path("parts").intValue()).isEqualTo(3);
    for (int part = 1; part < 3; part++) {
      all.writeBytes(
          socket
              .next(new NoteRequest.NextPart(4, id, part))
              .orElseThrow()
              .path("update")
              .binaryValue());
    }
    assertThat(all.toByteArray()).isEqualTo(letters(length));
    assertThat(socket.next(new NoteRequest.NextPart(4, id, 3))).isEmpty();
    assertThat(socket.next(new NoteRequest.NextPart(5, id, 1))).isEmpty();
    assertThat(socket.next(new NoteRequest.NextPart(4, "other", 1))).isEmpty();
    socket.close();
    assertThat(transfers.bytes()).isZero();
    assertThat(socket.next(new NoteRequest.NextPart(4, id, 1))).isEmpty();
  }

  @Test
  void aSmallAnswerComesAtOnce() {
    ObjectNode answer = socket.first(4, answer(NoteSocket.ANSWER_PART)).orElseThrow();

    assertThat(answer.has("parts")).isFalse();
    assertThat(transfers.bytes()).isZero();
  }

  private String send(byte[] whole, String id, int part) {
    int from = part * PART;
    byte[] bytes = Arrays.copyOfRange(whole, from, Math.min(whole.length, from + PART));
    int parts = Math.ceilDiv(whole.length, PART);
    var piece = new NoteRequest.Piece(id, part, parts, whole.length);
    return word(socket.take(new NoteRequest.Update(4, bytes, piece)));
  }

  /// What was taken as text, or `more`, or the path or code of the refusal.
  private static String word(NoteSocket.Taken taken) {
    return switch (taken) {
      case NoteSocket.Taken.More _ -> "more";
      case NoteSocket.Taken.Whole(byte[] update) -> text(update);
      case NoteSocket.Taken.Refused(var refusal) ->
          refusal.path() == null ? refusal.code().text() : refusal.path();
    };
  }

  private static String text(byte[] letters) {
    return new String(letters, StandardCharsets.US_ASCII);
  }

  private static SyncAnswer answer(int bytes) {
    return new SyncAnswer(letters(bytes), new byte[] {0}, bytes, false);
  }

  private static byte[] letters(int count) {
    byte[] letters = new byte[count];
    for (int i = 0; i < count; i++) {
      letters[i] = (byte) ('a' + i % 26);
    }
    return letters;
  }
}
