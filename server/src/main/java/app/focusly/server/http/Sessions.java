package app.focusly.server.http;

import app.focusly.room.MemberId;
import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;
import app.focusly.room.RoomId;
import app.focusly.room.history.SessionErasure;
import app.focusly.room.history.SessionFile;
import app.focusly.room.journal.Read;
import app.focusly.server.http.SessionRecords.Whole;
import app.focusly.server.room.RoomEvents;
import app.focusly.store.SessionDirectory;
import app.focusly.store.SessionRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The routes of a room's sessions. Whoever may not read one learns nothing of it: not even that it
/// is there. Used from every loop.
final class Sessions {
  private static final int LIMIT = 20;
  private static final int MAX_LIMIT = 50;

  static final Problem UNAVAILABLE =
      Problem.of(Refusal.of(RefusalCode.STORAGE_UNAVAILABLE, "This cannot be read now."));

  private static final Problem NOT_OWNER =
      new Problem(403, "not-permitted", "Only an owner of the room deletes its sessions.");
  private static final Problem RUNNING =
      new Problem(
          409, "session-running", "The session goes on. It can be deleted when it is over.");

  private final RoomEvents rooms;
  private final SessionRecords records;
  private final SessionDirectory directory;
  private final Callers callers;

  Sessions(RoomEvents rooms, SessionRecords records, SessionDirectory directory, Callers callers) {
    this.rooms = rooms;
    this.records = records;
    this.directory = directory;
    this.callers = callers;
  }

  void list(RoutingContext context) {
    Optional<RoomId> room = RoomId.parse(context.pathParam("roomId"));
    Optional<Long> before = before(context.queryParam("before"), room);
    Optional<Integer> limit = limit(context.queryParam("limit"));
    if (room.isEmpty()) {
      Answering.fail(context, Rest.INVALID_ROOM_ID);
    } else if (before.isEmpty()) {
      Answering.fail(context, invalid("before", "It is not one of this room's sessions."));
    } else if (limit.isEmpty()) {
      Answering.fail(context, invalid("limit", "It is a number from 1 to 50."));
    } else {
      list(context, room.get(), before.get(), limit.get());
    }
  }

  private void list(RoutingContext context, RoomId room, long before, int limit) {
    var asker = new MemberId(callers.guest(context));
    directory.sessions(
        room,
        asker,
        before,
        limit + 1,
        Answering.onLoop(
            context,
            read -> {
              switch (read) {
                case Read.Found<List<SessionRow>>(List<SessionRow> rows) ->
                    Answering.json(context, 200, page(rows, limit));
                case Read.Unavailable<List<SessionRow>> _ -> Answering.fail(context, UNAVAILABLE);
              }
            }));
  }

  private static JsonObject page(List<SessionRow> rows, int limit) {
    var sessions = new JsonArray();
    rows.stream().limit(limit).map(Sessions::json).forEach(sessions::add);
    return new JsonObject().put("sessions", sessions).put("more", rows.size() > limit);
  }

  private static JsonObject json(SessionRow row) {
    var members = new JsonArray();
    for (SessionRow.Person person : row.members()) {
      members.add(new JsonObject().put("memberId", person.memberId()).put("name", person.name()));
    }
    return new JsonObject()
        .put("sessionId", new SessionId(row.roomId(), row.seq()).toString())
        .put("roomId", row.roomId().value())
        .put("startedAt", row.startedAt())
        .put("endedAt", row.endedAt())
        .put("members", members)
        .put("focusMs", row.focusMillis())
        .put("phases", row.phases());
  }

  void show(RoutingContext context) {
    record(context, record -> Answering.text(context, 200, "application/json", record.toString()));
  }

  void export(RoutingContext context) {
    List<String> wanted = context.queryParam("format");
    Optional<SessionFile> file =
        wanted.size() == 1 ? SessionFile.of(wanted.getFirst()) : Optional.empty();
    if (file.isEmpty()) {
      Answering.fail(context, invalid("format", "It is json, csv, md or ics."));
      return;
    }
    record(
        context,
        record -> {
          record.remove("mayDelete"); // whoever opens the file is not who asked for it
          String name = record.path("sessionId").asText() + '.' + file.get().extension();
          context
              .response()
              .putHeader("Content-Disposition", "attachment; filename=\"" + name + '"')
              .putHeader("X-Content-Type-Options", "nosniff");
          Answering.text(context, 200, file.get().mediaType(), file.get().write(record));
        });
  }

  private void record(RoutingContext context, Consumer<ObjectNode> then) {
    ask(context, (id, asker) -> records.read(id, asker, found(context, then)));
  }

  /// What a known caller asks of a session that may be.
  private void ask(RoutingContext context, BiConsumer<SessionId, MemberId> then) {
    Optional<SessionId> id =
        SessionId.parse(Objects.requireNonNullElse(context.pathParam("sessionId"), ""));
    Optional<String> asker = callers.known(context.request());
    if (id.isEmpty() || asker.isEmpty()) {
      Answering.fail(context, Rest.NOT_FOUND);
    } else {
      then.accept(id.get(), new MemberId(asker.get()));
    }
  }

  private static <T> Consumer<Read<Optional<T>>> found(RoutingContext context, Consumer<T> then) {
    return Answering.onLoop(
        context,
        read -> {
          switch (read) {
            case Read.Found<Optional<T>>(Optional<T> found) ->
                found.ifPresentOrElse(then, () -> Answering.fail(context, Rest.NOT_FOUND));
            case Read.Unavailable<Optional<T>> _ -> Answering.fail(context, UNAVAILABLE);
          }
        });
  }

  /// Forgets a session for everybody. Only pages of this server's may ask for it, for owners.
  void delete(RoutingContext context) {
    if (!callers.counts(context.request())) {
      Answering.fail(context, Me.FOREIGN);
      return;
    }
    ask(
        context,
        (id, asker) ->
            records.find(id, asker, found(context, whole -> delete(context, asker, whole))));
  }

  private void delete(RoutingContext context, MemberId asker, Whole whole) {
    if (!whole.seen().owner()) {
      Answering.fail(context, NOT_OWNER);
    } else if (whole.seen().last() == 0) {
      Answering.fail(context, RUNNING);
    } else {
      forget(context, asker, whole);
    }
  }

  private void forget(RoutingContext context, MemberId owner, Whole whole) {
    SessionRow session = whole.seen().session();
    rooms.forgetSession(
        owner,
        session.roomId(),
        session.seq(),
        whole.seen().last(),
        whole.edits().stream().limit(SessionErasure.STEP).toList(),
        Answering.onLoop(
            context,
            refusal ->
                refusal.ifPresentOrElse(
                    why -> Answering.fail(context, Problem.of(why)),
                    () -> Answering.nothing(context))));
  }

  private static Optional<Long> before(List<String> given, Optional<RoomId> room) {
    if (given.isEmpty()) {
      return Optional.of(Long.MAX_VALUE);
    }
    return SessionId.parse(given.getFirst())
        .filter(id -> room.equals(Optional.of(id.room())))
        .map(SessionId::seq);
  }

  private static Optional<Integer> limit(List<String> given) {
    String text = given.isEmpty() ? Integer.toString(LIMIT) : given.getFirst();
    return text.matches("[0-9]{1,2}")
        ? Optional.of(Integer.parseInt(text)).filter(limit -> limit >= 1 && limit <= MAX_LIMIT)
        : Optional.empty();
  }

  /// A parameter that cannot be used.
  static Problem invalid(@Nullable String parameter, String detail) {
    return new Problem(400, "invalid-query", detail, parameter);
  }
}
