package app.focusly.server.http;

import app.focusly.room.MemberId;
import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;
import app.focusly.room.journal.Read;
import app.focusly.server.room.RoomEvents;
import app.focusly.server.security.Guests;
import app.focusly.store.Kept;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// `/api/me`: what is kept of the caller, and its end. Used from every loop.
final class Me {
  private static final Kept NOTHING = new Kept(null, 0, 0);
  static final Problem FOREIGN =
      new Problem(403, "foreign-origin", "Only a page of this server may do that.");
  private static final Problem UNAVAILABLE =
      Problem.of(Refusal.of(RefusalCode.STORAGE_UNAVAILABLE, "This cannot be read now."));

  private final RoomEvents rooms;
  private final Callers callers;

  Me(RoomEvents rooms, Callers callers) {
    this.rooms = rooms;
    this.callers = callers;
  }

  void show(RoutingContext context) {
    Optional<String> known = callers.known(context.request());
    String guest = callers.guest(context);
    if (known.isEmpty()) {
      Answering.json(context, 200, body(guest, NOTHING));
      return;
    }
    rooms.kept(
        new MemberId(guest),
        Answering.onLoop(
            context,
            read -> {
              switch (read) {
                case Read.Found<Kept>(Kept kept) -> Answering.json(context, 200, body(guest, kept));
                case Read.Unavailable<Kept> _ -> Answering.fail(context, UNAVAILABLE);
              }
            }));
  }

  private static JsonObject body(String guest, Kept kept) {
    return new JsonObject()
        .put("memberId", guest)
        .put("name", kept.name())
        .put("rooms", kept.rooms())
        .put("messages", kept.messages());
  }

  /// Forgets the caller. Pages of other origins have no cookie that counts, and browsers send one
  /// of this server's with its own pages alone.
  void forget(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!callers.counts(request)) {
      Answering.fail(context, FOREIGN);
      return;
    }
    Optional<String> known = callers.known(request);
    if (known.isEmpty()) {
      forgotten(context);
      return;
    }
    rooms.erase(
        new MemberId(known.get()),
        Answering.onLoop(
            context,
            refusal ->
                refusal.ifPresentOrElse(
                    why -> Answering.fail(context, Problem.of(why)), () -> forgotten(context))));
  }

  private void forgotten(RoutingContext context) {
    if (!context.response().ended()) { // it may have gone
      context
          .response()
          .setStatusCode(204)
          .putHeader("Set-Cookie", Guests.noCookie(callers.secure(context.request())))
          .putHeader("Cache-Control", "no-store")
          .end();
    }
  }
}
