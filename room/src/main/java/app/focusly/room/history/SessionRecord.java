package app.focusly.room.history;

import app.focusly.room.journal.HistoryRow;
import app.focusly.room.journal.JournalEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// All that is kept of one session, folded from its events one by one. Events may have been
/// overwritten; those it does not know are left out. Confined to whoever reads them.
public final class SessionRecord {
  /// The most messages that a record has: the first ones.
  public static final int MAX_MESSAGES = 1_000;

  /// The most entries of each other kind.
  private static final int MAX_ENTRIES = 2_000;

  private final boolean attendance;
  private final SessionLog log = new SessionLog();
  private final Phases phases = new Phases();
  private final Map<String, ObjectNode> members = new LinkedHashMap<>();
  private final Map<Long, ObjectNode> goals = new LinkedHashMap<>();
  private final Map<String, ObjectNode> answers = new LinkedHashMap<>();
  private final Map<Long, String> titles = new HashMap<>();
  private final ArrayNode done = array();
  private final ArrayNode booked = array();
  private final ArrayNode messages = array();
  private final ArrayNode notes = array();
  private ArrayNode order = array();
  private boolean moreMessages;

  /// @param attendance whether it says of each visit how long it was
  public SessionRecord(boolean attendance) {
    this.attendance = attendance;
  }

  /// Takes the next event of the session.
  public void follow(JournalEvent event, JsonNode body) {
    long at = event.at().toEpochMilli();
    String type = event.type();
    for (HistoryRow row : log.follow(event, body)) {
      if (row instanceof HistoryRow.Focused focused) {
        credit(focused);
      }
    }
    phases.follow(type, at, body);
    switch (type) {
      case "member-joined" -> join(body, at);
      case "member-left" -> leave(body.path("memberId").asText(), body.path("leftAt").asLong(at));
      case "chat-sent" -> message(event, body);
      case "goal-set" -> setGoal(event, body);
      case "goal-changed" -> changeGoal(body);
      case "goal-closed" -> closeGoal(body, at);
      case "standup-answered" -> answer(event, body);
      case "standup-started" -> {
        if (body.path("order") instanceof ArrayNode speakers) {
          order = speakers;
        }
      }
      case "task-added", "task-updated" -> title(body, event.seq());
      case "task-moved" -> moved(body, event.actor(), at);
      case "task-booked" ->
          body.path("taskIds").forEach(id -> task(booked, id.longValue(), event.actor(), at));
      default -> {}
    }
  }

  /// Tasks of the record that were added, and not named anew, in another session.
  public Set<Long> untitled() {
    var ids = new TreeSet<Long>();
    for (ArrayNode list : List.of(done, booked)) {
      list.forEach(task -> ids.add(task.path("taskId").longValue()));
    }
    ids.removeAll(titles.keySet());
    return ids;
  }

  /// What such tasks are called; those without a title have been removed.
  public void title(Map<Long, String> others) {
    titles.putAll(others);
  }

  /// What a note said at the session's end, as Markdown.
  public void note(long noteId, String title, String markdown) {
    notes.addObject().put("noteId", noteId).put("title", title).put("markdown", markdown);
  }

  /// The parts of the record that come from events, and the notes.
  public ObjectNode json() {
    ObjectNode record = object();
    members.values().forEach(record.putArray("members")::add);
    record.set("phases", phases.json());
    goals.values().forEach(record.putArray("goals")::add);
    ObjectNode standup = record.putObject("standup");
    answers.values().forEach(standup.putArray("answers")::add);
    standup.set("order", order);
    ObjectNode tasks = record.putObject("tasks");
    tasks.set("done", titled(done));
    tasks.set("booked", titled(booked));
    record.putObject("chat").put("more", moreMessages).set("messages", messages);
    record.set("notes", notes);
    record.set("attendance", attendance ? visits() : array());
    return record;
  }

  private void join(JsonNode body, long at) {
    String memberId = body.path("memberId").asText();
    if (memberId.isEmpty()) { // they have been forgotten
      return;
    }
    ObjectNode member = members.get(memberId);
    if (member == null) {
      member = object().put("memberId", memberId).put("name", (String) null);
      member.put("role", body.path("role").asText("member")).put("focusMs", 0);
      member.putArray("visits");
      members.put(memberId, member);
    }
    if (body.has("name")) {
      member.put("name", body.path("name").textValue());
    }
    if (member.path("visits") instanceof ArrayNode visits && visits.size() < MAX_ENTRIES) {
      visits.addObject().put("from", at).putNull("to");
    }
  }

  private void leave(String memberId, long at) {
    ObjectNode member = members.get(memberId);
    if (member != null
        && member.path("visits").path(member.path("visits").size() - 1)
            instanceof ObjectNode visit) {
      visit.put("to", at);
    }
  }

  private void credit(HistoryRow.Focused focused) {
    ObjectNode member = members.get(focused.memberId());
    if (member != null) {
      member.put("focusMs", member.path("focusMs").longValue() + focused.millis());
    }
  }

  private void message(JournalEvent event, JsonNode body) {
    if (messages.size() == MAX_MESSAGES) {
      moreMessages = true;
      return;
    }
    if (body.isEmpty()) { // it was too old, and is overwritten
      return;
    }
    ObjectNode message = person("by", event.actor(), body);
    message.put("messageId", event.seq()).put("at", event.at().toEpochMilli());
    boolean deleted = body.path("deleted").booleanValue();
    message.put("text", deleted ? null : body.path("text").textValue());
    messages.add(deleted ? message.put("deleted", true) : message);
  }

  private void setGoal(JournalEvent event, JsonNode body) {
    if (goals.size() < MAX_ENTRIES && body.has("text")) {
      ObjectNode goal = person("memberId", event.actor(), body).put("goalId", event.seq());
      goal.put("text", body.path("text").asText()).put("at", event.at().toEpochMilli());
      goals.put(event.seq(), goal.putNull("outcome").putNull("word").putNull("closedAt"));
    }
  }

  private void changeGoal(JsonNode body) {
    ObjectNode goal = goals.get(body.path("goalId").longValue());
    if (goal != null && body.has("text")) {
      goal.put("text", body.path("text").asText());
    }
  }

  private void closeGoal(JsonNode body, long at) {
    ObjectNode goal = goals.get(body.path("goalId").longValue());
    if (goal != null && body.has("outcome")) {
      goal.put("outcome", body.path("outcome").asText()).put("closedAt", at);
      goal.put("word", body.path("text").textValue());
    }
  }

  private void answer(JournalEvent event, JsonNode body) {
    if (!body.isEmpty() && (answers.size() < MAX_ENTRIES || answers.containsKey(event.actor()))) {
      ObjectNode answer = person("memberId", event.actor(), body);
      for (String question : new String[] {"yesterday", "today", "blockers"}) {
        answer.put(question, body.path(question).textValue());
      }
      answers.put(event.actor(), answer.put("at", event.at().toEpochMilli()));
    }
  }

  private void title(JsonNode task, long seq) {
    if (task.has("title") && titles.size() < MAX_ENTRIES) {
      titles.put(task.path("taskId").asLong(seq), task.path("title").asText());
    }
  }

  /// A task that is taken out of the done ones was not done after all.
  private void moved(JsonNode body, String by, long at) {
    long taskId = body.path("taskId").longValue();
    if (!body.path("column").asText().equals("done")) {
      done.removeIf(task -> task.path("taskId").longValue() == taskId);
    } else if (body.path("doneAt").longValue() == at) { // not only moved among the done ones
      task(done, taskId, by, at);
    }
  }

  private static void task(ArrayNode list, long taskId, String by, long at) {
    if (list.size() < MAX_ENTRIES) {
      list.addObject().put("taskId", taskId).put("by", by).put("at", at);
    }
  }

  private ArrayNode titled(ArrayNode tasks) {
    for (JsonNode task : tasks) {
      ((ObjectNode) task).put("title", titles.getOrDefault(task.path("taskId").longValue(), ""));
    }
    return tasks;
  }

  private ArrayNode visits() {
    ArrayNode rows = array();
    for (ObjectNode member : members.values()) {
      for (JsonNode visit : member.path("visits")) {
        ObjectNode row = rows.addObject();
        row.setAll(object().put("memberId", member.path("memberId").asText()));
        row.set("name", member.path("name"));
        row.set("from", visit.path("from"));
        row.set("to", visit.path("to"));
        long to = visit.path("to").asLong(visit.path("from").longValue());
        row.put("minutes", Math.ceilDiv(to - visit.path("from").longValue(), 60_000));
      }
    }
    return rows;
  }

  private static ObjectNode person(String field, String id, JsonNode body) {
    String name = body.path("name").asText();
    return object().put(field, id).put("name", name.isEmpty() ? null : name);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /// The phases of the timer.
  private static final class Phases {
    private final ArrayNode all = array();
    private @Nullable ObjectNode open;

    void follow(String type, long at, JsonNode body) {
      switch (type) {
        case "timer-started" -> start(body.path("timer"), at);
        case "timer-paused" -> pause(at);
        case "timer-resumed" -> resume(at);
        case "timer-skipped", "timer-reset" -> end(at, false, body);
        case "timer-phase-ended" -> end(body.path("endedAt").asLong(at), true, body);
        case "session-ended" -> end(body.path("endedAt").asLong(at), false, body);
        default -> {}
      }
    }

    private void start(JsonNode timer, long at) {
      if (timer.has("phase") && all.size() < MAX_ENTRIES) {
        open = all.addObject().put("phase", timer.path("phase").asText());
        open.put("startedAt", at).putNull("endedAt").put("completed", false).putArray("pauses");
      }
    }

    private void pause(long at) {
      if (open != null && open.path("pauses") instanceof ArrayNode pauses) {
        pauses.addObject().put("from", at).putNull("to");
      }
    }

    private void resume(long at) {
      if (open != null
          && open.path("pauses").path(open.path("pauses").size() - 1) instanceof ObjectNode pause) {
        pause.put("to", at);
      }
    }

    private void end(long at, boolean completed, JsonNode body) {
      if (open != null) {
        if (open.path("pauses").path(open.path("pauses").size() - 1) instanceof ObjectNode pause
            && pause.path("to").isNull()) {
          pause.put("to", at);
        }
        open.put("endedAt", at).put("completed", completed);
        open = null;
      }
      JsonNode timer = body.path("timer");
      if (timer.path("endsAt").isNumber()) {
        start(timer, at);
      }
    }

    ArrayNode json() {
      return all;
    }
  }
}
