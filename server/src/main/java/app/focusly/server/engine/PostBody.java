package app.focusly.server.engine;

import app.focusly.engineio.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the body of a POST up to a limit, as UTF-8. Confined to the request's loop.
final class PostBody {

  /// How reading ended.
  sealed interface Outcome {

    /// It is here.
    record Text(String body) implements Outcome {}

    /// It cannot be taken.
    record Refused(Refusal refusal) implements Outcome {}

    /// It is over the limit, and the rest of it was not read.
    record TooLarge() implements Outcome {}

    /// Its connection broke first.
    record BrokenOff() implements Outcome {}
  }

  private final int limit;
  private final Consumer<Outcome> listener;
  private final Buffer body = Buffer.buffer();
  private boolean done;

  private PostBody(int limit, Consumer<Outcome> listener) {
    this.limit = limit;
    this.listener = listener;
  }

  static void read(HttpServerRequest request, int limit, Consumer<Outcome> listener) {
    var reading = new PostBody(limit, listener);
    if ("application/octet-stream".equals(request.getHeader("Content-Type"))) {
      // Protocol 3 sent binary bodies; in protocol 4 a body is text.
      reading.end(new Outcome.Refused(new Refusal.MalformedBody()));
      return;
    }
    if (declaredLength(request) > limit) {
      reading.end(new Outcome.TooLarge());
      return;
    }
    request.handler(reading::more);
    request.endHandler(_ -> reading.ended());
    request.exceptionHandler(_ -> reading.end(new Outcome.BrokenOff()));
  }

  private static long declaredLength(HttpServerRequest request) {
    try {
      return Optional.ofNullable(request.getHeader("Content-Length"))
          .map(Long::parseLong)
          .orElse(0L);
    } catch (NumberFormatException expected) { // counted as it comes, then
      return 0;
    }
  }

  private void more(Buffer chunk) {
    if (done) {
      return;
    }
    if (body.length() + chunk.length() > limit) {
      end(new Outcome.TooLarge());
    } else {
      body.appendBuffer(chunk);
    }
  }

  private void ended() {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.getBytes())).toString();
      end(new Outcome.Text(text));
    } catch (CharacterCodingException expected) { // whatever a client sends
      end(new Outcome.Refused(new Refusal.MalformedBody()));
    }
  }

  private void end(Outcome outcome) {
    if (!done) {
      done = true;
      listener.accept(outcome);
    }
  }
}
