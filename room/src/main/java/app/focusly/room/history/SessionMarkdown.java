package app.focusly.room.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// A session's record as minutes in Markdown, in UTC. What members wrote is escaped and stays on
/// one line.
final class SessionMarkdown {
  private SessionMarkdown() {}

  static String write(JsonNode record) {
    var lines = new ArrayList<String>();
    String room = record.path("roomName").asText();
    lines.add("# " + escaped(record.path("roomName").isNull() ? "Session" : room));
    lines.add("");
    lines.add(time(record.path("startedAt")) + " to " + time(record.path("endedAt")));
    section(lines, "Members", members(record.path("members")));
    section(lines, "Attendance", attendance(record.path("attendance")));
    section(lines, "Phases", phases(record.path("phases")));
    section(lines, "Goals", goals(record.path("goals")));
    section(lines, "Stand-up", answers(record.path("standup").path("answers")));
    section(lines, "Tasks done", tasks(record.path("tasks").path("done")));
    section(lines, "Tasks worked on", tasks(record.path("tasks").path("booked")));
    section(lines, "Chat", messages(record.path("chat")));
    notes(lines, record.path("notes"));
    return String.join("\n", lines) + '\n';
  }

  /// What stands in notes is Markdown already, in which only headings are made smaller.
  private static void notes(List<String> lines, JsonNode notes) {
    if (notes.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("## Notes");
    for (JsonNode note : notes) {
      lines.add("");
      lines.add("### " + escaped(note.path("title").asText()));
      boolean code = false;
      String text = note.path("markdown").asText().stripTrailing();
      if (!text.isEmpty()) {
        lines.add("");
      }
      for (String line : text.lines().toList()) {
        code ^= line.strip().startsWith("```");
        lines.add(!code && line.startsWith("#") ? "###" + line : line);
      }
    }
  }

  private static void section(List<String> lines, String title, List<String> items) {
    if (!items.isEmpty()) {
      lines.add("");
      lines.add("## " + title);
      lines.add("");
      items.forEach(item -> lines.add("- " + item));
    }
  }

  private static List<String> members(JsonNode members) {
    return members
        .valueStream()
        .map(member -> name(member) + ": " + minutes(member.path("focusMs").longValue()) + " focus")
        .toList();
  }

  private static List<String> attendance(JsonNode visits) {
    return visits
        .valueStream()
        .map(visit ->
            "%s: %s to %s, %d min"
                .formatted(
                    name(visit),
                    time(visit.path("from")),
                    time(visit.path("to")),
                    visit.path("minutes").longValue()))
        .toList();
  }

  private static List<String> phases(JsonNode phases) {
    return phases
        .valueStream()
        .map(phase ->
            "%s %s to %s%s"
                .formatted(
                    phase.path("phase").asText(),
                    time(phase.path("startedAt")),
                    time(phase.path("endedAt")),
                    phase.path("completed").booleanValue() ? ", completed" : ""))
        .toList();
  }

  private static List<String> goals(JsonNode goals) {
    return goals
        .valueStream()
        .map(goal -> {
          String outcome = goal.path("outcome").asText("open");
          String word = goal.path("word").asText("");
          return name(goal)
              + ": "
              + escaped(goal.path("text").asText())
              + " ("
              + (goal.path("outcome").isNull() ? "open" : outcome)
              + (goal.path("word").isNull() || word.isEmpty() ? "" : ": " + escaped(word))
              + ')';
        })
        .toList();
  }

  private static List<String> answers(JsonNode answers) {
    var lines = new ArrayList<String>();
    for (JsonNode answer : answers) {
      for (String question : new String[] {"yesterday", "today", "blockers"}) {
        if (answer.path(question).isTextual()) {
          String text = escaped(answer.path(question).textValue());
          lines.add(name(answer) + ", " + question + ": " + text);
        }
      }
    }
    return lines;
  }

  private static List<String> tasks(JsonNode tasks) {
    return tasks.valueStream().map(task -> escaped(task.path("title").asText())).toList();
  }

  private static List<String> messages(JsonNode chat) {
    var lines = new ArrayList<String>();
    for (JsonNode message : chat.path("messages")) {
      if (message.path("text").isTextual()) {
        String text = escaped(message.path("text").textValue());
        lines.add(time(message.path("at")) + ' ' + name(message) + ": " + text);
      }
    }
    if (chat.path("more").booleanValue()) {
      lines.add("and more messages");
    }
    return lines;
  }

  private static String name(JsonNode person) {
    JsonNode name = person.path("name");
    return name.isTextual() ? escaped(name.textValue()) : "somebody";
  }

  /// Nothing that somebody wrote may become a heading, a link or HTML.
  private static String escaped(String text) {
    return text.replaceAll("\\R+", " ").replaceAll("[\\\\`*_{}\\[\\]()#+\\-.!<>|~&@:]", "\\\\$0");
  }

  private static String minutes(long millis) {
    return millis / 60_000 + " min";
  }

  private static String time(JsonNode millis) {
    return millis.isNumber()
        ? Instant.ofEpochMilli(millis.longValue()).truncatedTo(ChronoUnit.SECONDS).toString()
        : "now";
  }
}
