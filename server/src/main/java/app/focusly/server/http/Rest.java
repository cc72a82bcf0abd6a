package app.focusly.server.http;

import app.focusly.room.MemberId;
import app.focusly.room.Refusal;
import app.focusly.room.RoomId;
import app.focusly.room.RoomIds;
import app.focusly.room.access.AccessCommand;
import app.focusly.room.ledger.Answer;
import app.focusly.server.room.RoomEvents;
import app.focusly.server.security.Guests;
import app.focusly.server.security.OwnerKeys;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The REST routes: rooms, who I am, health. Used from every loop.
public final class Rest {
  /// What a body may hold is told by the contract, and fits many times.
  private static final long MAX_BODY_BYTES = 8 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Rest.class);

  private static final Problem NOT_FOUND = new Problem(404, "not-found", "There is nothing here.");
  private static final Problem INVALID_ROOM_ID =
      new Problem(
          400, "invalid-room-id", "A room id has 1 to 64 letters, digits, hyphens, underscores.");
  private static final Problem BODY_TOO_LARGE =
      new Problem(413, "body-too-large", "The body is longer than it may be.");
  private static final Problem INTERNAL_ERROR =
      new Problem(500, "internal-error", "The server made a mistake.");

  private final RoomEvents rooms;
  private final Guests guests;
  private final OwnerKeys ownerKeys;
  private final Origins origins;
  private final ClientAddresses addresses;
  private final RandomGenerator random;
  private final Supplier<Readiness> readiness;

  /// @param readiness whether the server takes new clients
  public Rest(
      RoomEvents rooms,
      Guests guests,
      OwnerKeys ownerKeys,
      Origins origins,
      ClientAddresses addresses,
      RandomGenerator random,
      Supplier<Readiness> readiness) {
    this.rooms = rooms;
    this.guests = guests;
    this.ownerKeys = ownerKeys;
    this.origins = origins;
    this.addresses = addresses;
    this.random = random;
    this.readiness = readiness;
  }

  /// The routes, as a handler of requests.
  public Router router(Vertx vertx) {
    Contract contract = Contract.load(vertx);
    Router router = Router.router(vertx);
    router
        .post("/api/rooms")
        .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES))
        .handler(context -> createRoom(context, contract));
    router.get("/api/rooms/:roomId").handler(this::room);
    router.get("/api/me").handler(this::me);
    router
        .get("/api/openapi.json")
        .handler(context -> answer(context, 200, "application/json", contract.text()));
    router
        .get("/healthz")
        .handler(context -> answer(context, 200, "text/plain; charset=utf-8", "ok"));
    router.get("/readyz").handler(this::readiness);
    router.route().handler(context -> fail(context, NOT_FOUND)).failureHandler(Rest::failed);
    return router;
  }

  private void createRoom(RoutingContext context, Contract contract) {
    NewRoom.read(context.body().buffer(), contract)
        .onSuccess(read -> {
          switch (read) {
            case NewRoom.Read.Refused(Problem problem) -> fail(context, problem);
            case NewRoom.Read.Valid(NewRoom room) -> create(context, room);
          }
        })
        .onFailure(context::fail);
  }

  private void create(RoutingContext context, NewRoom wanted) {
    RoomId room = RoomIds.fresh(random);
    var owner = new MemberId(guest(context));
    rooms.create(
        room,
        new AccessCommand.Create(wanted.template(), wanted.name(), owner),
        answering(
            context,
            answer -> {
              switch (answer) {
                case Answer.Done _ -> json(context, 201, created(room));
                case Answer.Refused(Refusal refusal) -> fail(context, Problem.of(refusal));
                case Answer.Shown _, Answer.State _, Answer.Missed _ ->
                    throw new IllegalStateException("no state");
              }
            }));
  }

  private JsonObject created(RoomId room) {
    String url = "/r/" + room.value();
    return new JsonObject()
        .put("roomId", room.value())
        .put("url", url)
        .put("ownerUrl", url + "#owner=" + ownerKeys.of(room));
  }

  private void room(RoutingContext context) {
    Optional<RoomId> room = RoomId.parse(context.pathParam("roomId"));
    if (room.isEmpty()) {
      fail(context, INVALID_ROOM_ID);
      return;
    }
    guest(context);
    rooms.look(
        room.get(),
        answering(
            context,
            answer -> {
              switch (answer) {
                case Answer.State state ->
                    json(
                        context,
                        200,
                        RoomView.of(room.get(), rooms.memberCount(room.get()), state));
                case Answer.Refused(Refusal refusal) -> fail(context, Problem.of(refusal));
                case Answer.Done _, Answer.Shown _, Answer.Missed _ ->
                    throw new IllegalStateException("no state");
              }
            }));
  }

  /// A room answers on its own loop, and the request is answered on its own.
  private static Consumer<Answer> answering(RoutingContext context, Consumer<Answer> handler) {
    Context loop = context.vertx().getOrCreateContext();
    return answer ->
        loop.runOnContext(_ -> {
          try {
            handler.accept(answer);
          } catch (RuntimeException failure) { // our own fault; who waits must hear something
            context.fail(failure);
          }
        });
  }

  private void me(RoutingContext context) {
    json(context, 200, new JsonObject().put("memberId", guest(context)));
  }

  private void readiness(RoutingContext context) {
    Readiness now = readiness.get();
    answer(context, now.status(), "text/plain; charset=utf-8", now.text());
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

  private static void failed(RoutingContext context) {
    if (context.statusCode() == 413) {
      fail(context, BODY_TOO_LARGE);
      return;
    }
    LOG.error("a request failed path={}", context.normalizedPath(), context.failure());
    fail(context, INTERNAL_ERROR);
  }

  private static void fail(RoutingContext context, Problem problem) {
    if (!context.response().ended()) { // it may have gone
      problem.answer(context.response());
    }
  }

  private static void json(RoutingContext context, int status, JsonObject body) {
    answer(context, status, "application/json", body.encode());
  }

  private static void answer(RoutingContext context, int status, String type, String body) {
    HttpServerResponse response = context.response();
    if (!response.ended()) {
      response
          .setStatusCode(status)
          .putHeader("Content-Type", type)
          .putHeader("Cache-Control", "no-store")
          .end(body);
    }
  }
}
