package app.focusly.server.http;

import app.focusly.room.RoomId;
import app.focusly.room.RoomIds;
import app.focusly.server.room.RoomEvents;
import app.focusly.server.security.Guests;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/// The REST routes: rooms, who I am, health. Used from every loop.
public final class Rest {
  private final RoomEvents rooms;
  private final Guests guests;
  private final Origins origins;
  private final ClientAddresses addresses;
  private final RandomGenerator random;
  private final BooleanSupplier ready;

  /// @param ready whether the server takes new clients
  public Rest(
      RoomEvents rooms,
      Guests guests,
      Origins origins,
      ClientAddresses addresses,
      RandomGenerator random,
      BooleanSupplier ready) {
    this.rooms = rooms;
    this.guests = guests;
    this.origins = origins;
    this.addresses = addresses;
    this.random = random;
    this.ready = ready;
  }

  /// The routes, as a handler of requests.
  public Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.post("/api/rooms").handler(this::createRoom);
    router.get("/api/rooms/:roomId").handler(this::room);
    router.get("/api/me").handler(this::me);
    router.get("/healthz").handler(context -> plain(context, 200, "ok"));
    router
        .get("/readyz")
        .handler(context ->
            plain(
                context,
                ready.getAsBoolean() ? 200 : 503,
                ready.getAsBoolean() ? "ready" : "stopping"));
    router
        .route()
        .handler(context ->
            new Problem(404, "not-found", "There is nothing here.").answer(context.response()));
    return router;
  }

  private void createRoom(RoutingContext context) {
    guest(context);
    RoomId room = RoomIds.fresh(random);
    while (rooms.memberCount(room) > 0) {
      room = RoomIds.fresh(random);
    }
    json(
        context,
        201,
        new JsonObject().put("roomId", room.value()).put("url", "/r/" + room.value()));
  }

  private void room(RoutingContext context) {
    Optional<RoomId> room = RoomId.parse(context.pathParam("roomId"));
    if (room.isEmpty()) {
      new Problem(
              400,
              "invalid-room-id",
              "A room id has 1 to 64 letters, digits, hyphens, underscores.")
          .answer(context.response());
      return;
    }
    guest(context);
    json(
        context,
        200,
        new JsonObject()
            .put("roomId", room.get().value())
            .put("members", rooms.memberCount(room.get())));
  }

  private void me(RoutingContext context) {
    json(context, 200, new JsonObject().put("memberId", guest(context)));
  }

  /// The guest of a request; one who comes without a cookie that counts becomes a new guest, and
  /// gets the cookie.
  private String guest(RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean counts =
        origins.cookieCounts(
            Optional.ofNullable(request.getHeader("Origin")),
            Optional.ofNullable(request.getHeader("Host")));
    Optional<String> known =
        Optional.ofNullable(request.getHeader("Cookie")).filter(_ -> counts).flatMap(guests::of);
    if (known.isPresent()) {
      return known.get();
    }
    String fresh = guests.fresh();
    if (counts) {
      context.response().putHeader("Set-Cookie", guests.cookie(fresh, addresses.secure(request)));
    }
    return fresh;
  }

  private static void json(RoutingContext context, int status, JsonObject body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(body.encode());
  }

  private static void plain(RoutingContext context, int status, String body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(body);
  }
}
