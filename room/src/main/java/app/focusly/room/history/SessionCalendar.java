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
    var calendar = new StringBuilder(begin());
    String session = record.path("sessionId").asText();
    JsonNode name = record.path("roomName");
    String room = name.isTextual() ? name.textValue() : record.path("roomId").asText();
    calendar.append(event(session, start(record), end(record), room));
    for (JsonNode phase : record.path("phases")) {
      boolean focus = phase.path("phase").asText().equals("focus");
      if (focus && phase.path("completed").booleanValue()) {
        String id = session + '-' + phase.path("startedAt").longValue();
        calendar.append(event(id, start(phase), end(phase), "Focus: " + room));
      }
    }
    return calendar.append(end()).toString();
  }

  /// What every calendar begins with.
  static String begin() {
    return line("BEGIN:VCALENDAR") + line("VERSION:2.0") + line("PRODID:-//Focusly//Sessions//EN");
  }

  /// What it ends with.
  static String end() {
    return line("END:VCALENDAR");
  }

  /// One event.
  ///
  /// @param id by which the same event is known in a later file
  static String event(String id, Instant from, Instant to, String summary) {
    return line("BEGIN:VEVENT")
        + line("UID:" + id + "@focusly")
        + line("DTSTAMP:" + TIME.format(to))
        + line("DTSTART:" + TIME.format(from))
        + line("DTEND:" + TIME.format(to))
        + line("SUMMARY:" + escaped(summary))
        + line("END:VEVENT");
  }

  private static Instant start(JsonNode when) {
    return Instant.ofEpochMilli(when.path("startedAt").longValue());
  }

  private static Instant end(JsonNode when) {
    JsonNode end = when.path(when.path("endedAt").isNumber() ? "endedAt" : "startedAt");
    return Instant.ofEpochMilli(end.longValue());
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n");
  }

  /// A line goes on after a line's end and a space; no character is cut in two.
  private static String line(String text) {
    var line = new StringBuilder();
    int bytes = 0;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      String character = Character.toString(text.codePointAt(i));
      int length = character.getBytes(StandardCharsets.UTF_8).length;
      if (bytes + length > LINE_BYTES) {
        line.append("\r\n ");
        bytes = 1;
      }
      line.append(character);
      bytes += length;
    }
    return line.append("\r\n").toString();
  }
}
