package app.focusly.room.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A session and its completed focus phases as events of a calendar (RFC 5545), in UTC, with lines
/// folded at 75 bytes. What goes on ends where it begins.
final class SessionCalendar {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int LINE_BYTES = 75;

  private SessionCalendar() {}

  static String write(JsonNode record) {
    var calendar = new StringBuilder();
    line(calendar, "BEGIN:VCALENDAR");
    line(calendar, "VERSION:2.0");
    line(calendar, "PRODID:-//Focusly//Sessions//EN");
    JsonNode name = record.path("roomName");
    String room = name.isTextual() ? name.textValue() : record.path("roomId").asText();
    event(calendar, record, record, "", room);
    for (JsonNode phase : record.path("phases")) {
      boolean focus = phase.path("phase").asText().equals("focus");
      if (focus && phase.path("completed").booleanValue()) {
        event(calendar, record, phase, "-" + phase.path("startedAt"), "Focus: " + room);
      }
    }
    line(calendar, "END:VCALENDAR");
    return calendar.toString();
  }

  private static void event(
      StringBuilder calendar, JsonNode record, JsonNode when, String part, String summary) {
    JsonNode end = when.path(when.path("endedAt").isNumber() ? "endedAt" : "startedAt");
    line(calendar, "BEGIN:VEVENT");
    line(calendar, "UID:" + record.path("sessionId").asText() + part + "@focusly");
    line(calendar, "DTSTAMP:" + time(end));
    line(calendar, "DTSTART:" + time(when.path("startedAt")));
    line(calendar, "DTEND:" + time(end));
    line(calendar, "SUMMARY:" + escaped(summary));
    line(calendar, "END:VEVENT");
  }

  private static String time(JsonNode millis) {
    return TIME.format(Instant.ofEpochMilli(millis.longValue()));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n");
  }

  /// A line goes on after a line's end and a space; no character is cut in two.
  private static void line(StringBuilder calendar, String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      String character = Character.toString(text.codePointAt(i));
      int length = character.getBytes(StandardCharsets.UTF_8).length;
      if (bytes + length > LINE_BYTES) {
        calendar.append("\r\n ");
        bytes = 1;
      }
      calendar.append(character);
      bytes += length;
    }
    calendar.append("\r\n");
  }
}
