package app.focusly.server.http;

import app.focusly.room.MemberId;
import app.focusly.room.history.FocusFile;
import app.focusly.room.history.FocusStretch;
import app.focusly.room.journal.Read;
import app.focusly.store.SessionDirectory;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// All of a member's own focus as a file, however long it is: a page is read when the one before it
/// has been sent. Confined to the request's loop.
final class FocusExport {
  private static final int PAGE = 500;

  private final SessionDirectory directory;
  private final MemberId memberId;
  private final FocusFile file;
  private final HttpServerResponse response;
  private final Consumer<Read<List<FocusStretch>>> onLoop;

  private FocusExport(
      SessionDirectory directory, MemberId memberId, FocusFile file, RoutingContext context) {
    this.directory = directory;
    this.memberId = memberId;
    this.file = file;
    this.response = context.response();
    this.onLoop = Answering.onLoop(context, this::take);
  }

  static void begin(
      SessionDirectory directory, MemberId memberId, FocusFile file, RoutingContext context) {
    new FocusExport(directory, memberId, file, context).readAfter(0);
  }

  private void readAfter(long place) {
    directory.stretches(memberId, place, PAGE, onLoop);
  }

  private void take(Read<List<FocusStretch>> read) {
    if (response.ended() || response.closed()) {
      return; // who asked has gone
    }
    switch (read) {
      case Read.Found<List<FocusStretch>>(List<FocusStretch> stretches) -> send(stretches);
      case Read.Unavailable<List<FocusStretch>> _ -> {
        if (response.headWritten()) {
          response.reset(); // a file that lacks its end must not look whole
        } else {
          Sessions.UNAVAILABLE.answer(response);
        }
      }
    }
  }

  private void send(List<FocusStretch> stretches) {
    String text = stretches.stream().map(file::stretch).collect(Collectors.joining());
    if (!response.headWritten()) {
      response
          .setChunked(true)
          .putHeader("Content-Type", file.mediaType())
          .putHeader(
              "Content-Disposition", "attachment; filename=\"my-focus." + file.extension() + '"')
          .putHeader("X-Content-Type-Options", "nosniff")
          .putHeader("Cache-Control", "no-store");
      text = file.begin() + text;
    }
    if (stretches.size() < PAGE) {
      response.end(text + file.end());
    } else {
      response.write(text).onSuccess(_ -> readAfter(stretches.getLast().place()));
    }
  }
}
