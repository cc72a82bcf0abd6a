package app.focusly.server.http;

import app.focusly.store.FocusTotals;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a member's focus is told.
///
/// @param zone that says which day today is
/// @param first of the days that are listed
/// @param last of them
record FocusStats(ZoneId zone, LocalDate today, LocalDate first, LocalDate last) {
  /// The most days that are listed: a year, and the days that its first and last week lack.
  static final int MAX_DAYS = 371;

  JsonObject of(FocusTotals totals) {
    List<FocusTotals.Day> days = totals.days();
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new JsonObject()
        .put("zone", zone.getId())
        .put("today", today.toString())
        .put("days", listed(days))
        .put("streak", streak(days))
        .put("best", best(days))
        .put("byRoom", byRoom(totals.rooms()))
        .put("byTask", byTask(totals.tasks()))
        .put(
            "week",
            new JsonObject()
                .put("ms", millis(days, monday, monday.plusDays(6)))
                .put("lastWeekMs", millis(days, monday.minusDays(7), monday.minusDays(1))))
        .put("totalMs", millis(days, LocalDate.MIN, LocalDate.MAX));
  }

  private JsonArray listed(List<FocusTotals.Day> days) {
    var listed = new JsonArray();
    for (FocusTotals.Day day : days) {
      if (isBetween(day, first, last)) {
        listed.add(
            new JsonObject()
                .put("day", day.day().toString())
                .put("ms", day.millis())
                .put("phases", day.phases()));
      }
    }
    return listed;
  }

  /// A streak that has not been gone on with today is not broken yet.
  private JsonObject streak(List<FocusTotals.Day> days) {
    int longest = 0;
    int length = 0;
    LocalDate before = LocalDate.MIN;
    for (FocusTotals.Day day : days) {
      length = day.day().minusDays(1).equals(before) ? length + 1 : 1;
      longest = Math.max(longest, length);
      before = day.day();
    }
    boolean goesOn = !before.equals(LocalDate.MIN) && !before.isBefore(today.minusDays(1));
    return new JsonObject().put("current", goesOn ? length : 0).put("longest", longest);
  }

  private static @Nullable JsonObject best(List<FocusTotals.Day> days) {
    return days.stream()
        .max(Comparator.comparingLong(FocusTotals.Day::millis))
        .map(day -> new JsonObject().put("day", day.day().toString()).put("ms", day.millis()))
        .orElse(null);
  }

  private static JsonArray byRoom(List<FocusTotals.Room> rooms) {
    var list = new JsonArray();
    for (FocusTotals.Room room : rooms) {
      list.add(
          new JsonObject()
              .put("roomId", room.roomId().value())
              .put("name", room.name())
              .put("ms", room.millis()));
    }
    return list;
  }

  private static JsonArray byTask(List<FocusTotals.Task> tasks) {
    var list = new JsonArray();
    for (FocusTotals.Task task : tasks) {
      list.add(
          new JsonObject()
              .put("taskId", task.taskId())
              .put("title", task.title())
              .put("ms", task.millis()));
    }
    return list;
  }

  private static long millis(List<FocusTotals.Day> days, LocalDate from, LocalDate to) {
    return days.stream()
        .filter(day -> isBetween(day, from, to))
        .mapToLong(FocusTotals.Day::millis)
        .sum();
  }

  private static boolean isBetween(FocusTotals.Day day, LocalDate from, LocalDate to) {
    return !day.day().isBefore(from) && !day.day().isAfter(to);
  }
}
