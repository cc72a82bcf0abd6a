package app.focusly.server.http;

import app.focusly.room.MemberId;
import app.focusly.room.Refusal;
import app.focusly.room.RoomId;
import app.focusly.room.RoomIds;
import app.focusly.room.access.AccessCommand;
import app.focusly.room.journal.Journal;
import app.focusly.room.ledger.Answer;
import app.focusly.server.limit.Addresses;
import app.focusly.server.limit.RoomCreations;
import app.focusly.server.room.RoomEvents;
import app.focusly.server.security.Guests;
import app.focusly.server.security.OwnerKeys;
import app.focusly.store.SessionDirectory;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The REST routes: rooms, who I am, health. Used from every loop.
public final class Rest {
  /// What a body may hold is told by the contract, and fits many times.
  private static final long MAX_BODY_BYTES = 8 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Rest.class);

  static final Problem NOT_FOUND = new Problem(404, "not-found", "There is nothing here.");
  static final Problem INVALID_ROOM_ID =
      new Problem(
          400, "invalid-room-id", "A room id has 1 to 64 letters, digits, hyphens, underscores.");
  private static final Problem BODY_TOO_LARGE =
      new Problem(413, "body-too-large", "The body is longer than it may be.");
  private static final Problem TOO_MANY_ROOMS =
      new Problem(429, "too-many-rooms", "Too many rooms were made in too short a time.");
  private static final Problem INTERNAL_ERROR =
      new Problem(500, "internal-error", "The server made a mistake.");

  private final RoomEvents rooms;
  private final OwnerKeys ownerKeys;
  private final Callers callers;
  private final ClientAddresses addresses;
  private final Addresses clients;
  private final RoomCreations creations;
  private final Me me;
  private final Sessions sessions;
  private final Focus focus;
  private final RandomGenerator random;
  private final Supplier<Readiness> readiness;

  /// @param clients what each address uses
  /// @param creations what is left of rooms to be made
  /// @param readiness whether the server takes new clients
  /// @param journal from which sessions are read
  /// @param directory of the sessions
  /// @param clock tells which day it is
  public Rest(
      RoomEvents rooms,
      Guests guests,
      OwnerKeys ownerKeys,
      Origins origins,
      ClientAddresses addresses,
      Addresses clients,
      RoomCreations creations,
      RandomGenerator random,
      Supplier<Readiness> readiness,
      Journal journal,
      SessionDirectory directory,
      InstantSource clock) {
    this.rooms = rooms;
    this.ownerKeys = ownerKeys;
    this.callers = new Callers(guests, origins, addresses);
    this.addresses = addresses;
    this.clients = clients;
    this.creations = creations;
    this.me = new Me(rooms, callers);
    this.sessions = new Sessions(rooms, new SessionRecords(journal, directory), directory, callers);
    this.focus = new Focus(directory, callers, clock);
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
    router.get("/api/rooms/:roomId/sessions").handler(sessions::list);
    router.get("/api/sessions/:sessionId").handler(sessions::show);
    router.delete("/api/sessions/:sessionId").handler(sessions::delete);
    router.get("/api/sessions/:sessionId/export").handler(sessions::export);
    router.get("/api/me/stats").handler(focus::stats);
    router.get("/api/me/stats/export").handler(focus::export);
    router.get("/api/me/rooms").handler(focus::rooms);
    router.get("/api/me").handler(me::show);
    router.delete("/api/me").handler(me::forget);
    router
        .get("/api/openapi.json")
        .handler(context -> Answering.text(context, 200, "application/json", contract.text()));
    router
        .get("/healthz")
        .handler(context -> Answering.text(context, 200, "text/plain; charset=utf-8", "ok"));
    router.get("/readyz").handler(this::readiness);
    router
        .route()
        .handler(context -> Answering.fail(context, NOT_FOUND))
        .failureHandler(Rest::failed);
    return router;
  }

  private void createRoom(RoutingContext context, Contract contract) {
    NewRoom.read(context.body().buffer(), contract)
        .onSuccess(read -> {
          switch (read) {
            case NewRoom.Read.Refused(Problem problem) -> Answering.fail(context, problem);
            case NewRoom.Read.Valid(NewRoom room) -> create(context, room);
          }
        })
        .onFailure(context::fail);
  }

  private void create(RoutingContext context, NewRoom wanted) {
    var owner = new MemberId(callers.guest(context));
    OptionalLong wait =
        creations.ask(
            owner.value(), clients.of(addresses.of(context.request())), clients.nowMillis());
    if (wait.isPresent()) {
      context.response().putHeader("Retry-After", Problem.seconds(wait.getAsLong()));
      Answering.fail(context, TOO_MANY_ROOMS);
      return;
    }
    RoomId room = RoomIds.fresh(random);
    rooms.create(
        room,
        new AccessCommand.Create(wanted.template(), wanted.name(), owner),
        Answering.onLoop(
            context,
            answer -> {
              switch (answer) {
                case Answer.Done _ -> Answering.json(context, 201, created(room));
                case Answer.Refused(Refusal refusal) ->
                    Answering.fail(context, Problem.of(refusal));
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
      Answering.fail(context, INVALID_ROOM_ID);
      return;
    }
    callers.guest(context);
    rooms.look(
        room.get(),
        Answering.onLoop(
            context,
            answer -> {
              switch (answer) {
                case Answer.State state ->
                    Answering.json(
                        context,
                        200,
                        RoomView.of(room.get(), rooms.memberCount(room.get()), state));
                case Answer.Refused(Refusal refusal) ->
                    Answering.fail(context, Problem.of(refusal));
                case Answer.Done _, Answer.Shown _, Answer.Missed _ ->
                    throw new IllegalStateException("no state");
              }
            }));
  }

  private void readiness(RoutingContext context) {
    Readiness now = readiness.get();
    Answering.text(context, now.status(), "text/plain; charset=utf-8", now.text());
  }

  private static void failed(RoutingContext context) {
    if (context.statusCode() == 413) {
      Answering.fail(context, BODY_TOO_LARGE);
      return;
    }
    LOG.error("a request failed path={}", context.normalizedPath(), context.failure());
    Answering.fail(context, INTERNAL_ERROR);
  }
}
