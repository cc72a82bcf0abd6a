package app.focusly.server.http;

import app.focusly.room.MemberId;
import app.focusly.room.history.FocusFile;
import app.focusly.room.journal.Read;
import app.focusly.store.FocusTotals;
import app.focusly.store.SessionDirectory;
import app.focusly.store.VisitedRoom;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The routes of a member's own focus and rooms. Used from every loop.
final class Focus {
  private final SessionDirectory directory;
  private final Callers callers;
  private final InstantSource clock;

  Focus(SessionDirectory directory, Callers callers, InstantSource clock) {
    this.directory = directory;
    this.callers = callers;
    this.clock = clock;
  }

  void stats(RoutingContext context) {
    Optional<ZoneId> zone = zone(context.queryParam("zone"));
    if (zone.isEmpty()) {
      Answering.fail(context, Sessions.invalid("zone", "It is an IANA time zone."));
      return;
    }
    LocalDate today = clock.instant().atZone(zone.get()).toLocalDate();
    Optional<LocalDate> last = day(context.queryParam("to"), today);
    Optional<LocalDate> first =
        last.flatMap(
            day -> day(context.queryParam("from"), day.minusDays(FocusStats.MAX_DAYS - 1)));
    if (last.isEmpty()) {
      Answering.fail(context, Sessions.invalid("to", "It is a day such as 2026-01-31."));
    } else if (first.isEmpty()
        || first.get().isAfter(last.get())
        || first.get().isBefore(last.get().minusDays(FocusStats.MAX_DAYS - 1))) {
      Answering.fail(context, Sessions.invalid("from", "It is a day at most 370 before the last."));
    } else {
      stats(context, new FocusStats(zone.get(), today, first.get(), last.get()));
    }
  }

  private void stats(RoutingContext context, FocusStats stats) {
    directory.focus(
        new MemberId(callers.guest(context)),
        Answering.onLoop(
            context,
            read -> {
              switch (read) {
                case Read.Found<FocusTotals>(FocusTotals totals) ->
                    Answering.json(context, 200, stats.of(totals));
                case Read.Unavailable<FocusTotals> _ ->
                    Answering.fail(context, Sessions.UNAVAILABLE);
              }
            }));
  }

  void export(RoutingContext context) {
    List<String> wanted = context.queryParam("format");
    Optional<FocusFile> file =
        wanted.size() == 1 ? FocusFile.of(wanted.getFirst()) : Optional.empty();
    if (file.isEmpty()) {
      Answering.fail(context, Sessions.invalid("format", "It is csv or ics."));
    } else {
      var asker = new MemberId(callers.guest(context));
      FocusExport.begin(directory, asker, file.get(), context);
    }
  }

  void rooms(RoutingContext context) {
    directory.rooms(
        new MemberId(callers.guest(context)),
        Answering.onLoop(
            context,
            read -> {
              switch (read) {
                case Read.Found<List<VisitedRoom>>(List<VisitedRoom> rooms) ->
                    Answering.json(context, 200, rooms(rooms));
                case Read.Unavailable<List<VisitedRoom>> _ ->
                    Answering.fail(context, Sessions.UNAVAILABLE);
              }
            }));
  }

  private static JsonObject rooms(List<VisitedRoom> visited) {
    var rooms = new JsonArray();
    for (VisitedRoom room : visited) {
      rooms.add(
          new JsonObject()
              .put("roomId", room.roomId().value())
              .put("name", room.name())
              .put("lastAt", room.lastAt())
              .put("sessions", room.sessions())
              .put("focusMs", room.focusMillis())
              .put("owner", room.owner()));
    }
    return new JsonObject().put("rooms", rooms);
  }

  private static Optional<ZoneId> zone(List<String> given) {
    String name = given.isEmpty() ? "UTC" : given.getFirst();
    return ZoneId.getAvailableZoneIds().contains(name)
        ? Optional.of(ZoneId.of(name))
        : Optional.empty();
  }

  private static Optional<LocalDate> day(List<String> given, LocalDate otherwise) {
    if (given.isEmpty()) {
      return Optional.of(otherwise);
    }
    try {
      return given.getFirst().length() == 10
          ? Optional.of(LocalDate.parse(given.getFirst()))
          : Optional.empty();
    } catch (DateTimeException noDay) { // a client may send anything
      return Optional.empty();
    }
  }
}
