package app.focusly.room.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/// A session's record as CSV (RFC 4180): one row a fact, in UTC. A text that a spreadsheet could
/// take for a formula begins with an apostrophe.
final class SessionCsv {
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20"; // wide ones too

  private SessionCsv() {}

  static String write(JsonNode record) {
    var csv = new StringBuilder();
    row(csv, "kind", "from", "to", "member", "name", "detail", "text");
    row(
        csv,
        "session",
        time(record.path("startedAt")),
        time(record.path("endedAt")),
        "",
        text(record.path("roomName")),
        text(record.path("template")),
        text(record.path("sessionId")));
    for (JsonNode member : record.path("members")) {
      for (JsonNode visit : member.path("visits")) {
        String role = text(member.path("role"));
        row(csv, "visit", visit, member, role, "");
      }
      String seconds = Long.toString(member.path("focusMs").longValue() / 1_000);
      row(csv, "focus-seconds", member, member, seconds, "");
    }
    for (JsonNode phase : record.path("phases")) {
      String from = time(phase.path("startedAt"));
      String completed = phase.path("completed").booleanValue() ? "completed" : "";
      String name = text(phase.path("phase"));
      row(csv, "phase", from, time(phase.path("endedAt")), "", "", completed, name);
      for (JsonNode pause : phase.path("pauses")) {
        row(csv, "pause", pause, phase, "", name);
      }
    }
    for (JsonNode goal : record.path("goals")) {
      String word = text(goal.path("word"));
      row(csv, "goal", goal, goal, text(goal.path("outcome")), text(goal.path("text")));
      if (!word.isEmpty()) {
        row(csv, "goal-word", goal, goal, "", word);
      }
    }
    for (JsonNode answer : record.path("standup").path("answers")) {
      for (String question : new String[] {"yesterday", "today", "blockers"}) {
        row(csv, "standup", answer, answer, question, text(answer.path(question)));
      }
    }
    for (String kind : new String[] {"done", "booked"}) {
      for (JsonNode task : record.path("tasks").path(kind)) {
        row(csv, "task-" + kind, task, task, text(task.path("taskId")), text(task.path("title")));
      }
    }
    for (JsonNode message : record.path("chat").path("messages")) {
      String deleted = message.path("deleted").booleanValue() ? "deleted" : "";
      row(csv, "message", message, message, deleted, text(message.path("text")));
    }
    for (JsonNode note : record.path("notes")) {
      row(
          csv,
          "note",
          "",
          "",
          "",
          text(note.path("title")),
          text(note.path("noteId")),
          text(note.path("markdown")));
    }
    return csv.toString();
  }

  /// A fact that has a time, or two, and whose it is.
  private static void row(
      StringBuilder csv, String kind, JsonNode when, JsonNode who, String detail, String text) {
    String from = time(when.path(when.has("from") ? "from" : "at"));
    String member = text(who.path(who.has("memberId") ? "memberId" : "by"));
    row(csv, kind, from, time(when.path("to")), member, text(who.path("name")), detail, text);
  }

  private static void row(StringBuilder csv, String... cells) {
    csv.append(line(cells));
  }

  /// One row.
  static String line(String... cells) {
    return Arrays.stream(cells).map(SessionCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }

  private static String time(JsonNode millis) {
    return millis.isNumber() ? Instant.ofEpochMilli(millis.longValue()).toString() : "";
  }
}
