package app.focusly.room.task;

import app.focusly.room.journal.JournalEvent;
import app.focusly.room.payload.Payload;
import app.focusly.room.payload.PayloadReader;
import app.focusly.room.payload.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The task board's events: those that clients send, and those that the journal keeps.
public final class TaskEvents {
  static final String ADDED = "task-added";
  static final String UPDATED = "task-updated";
  static final String ASSIGNED = "task-assigned";
  static final String MOVED = "task-moved";
  static final String REMOVED = "task-removed";
  static final String WORKED = "task-worked";
  static final String BOOKED = "task-booked";

  /// What clients send, by the event's name.
  public static final Map<String, PayloadReader<?>> READERS =
      Map.of(
          "task-add", boardOf(TaskEvents::add),
          "task-update", boardOf(TaskEvents::update),
          "task-move", boardOf(TaskEvents::move),
          "task-remove", boardOf(payload -> new TaskCommand.Remove(taskId(payload))),
          "task-work", boardOf(TaskEvents::work));

  private TaskEvents() {}

  /// For the room's board, or with `private` for the sender's own.
  private static PayloadReader<Object> boardOf(PayloadReader<? extends TaskCommand> reader) {
    return payload -> {
      boolean own = payload.flagIfAny("private").orElse(false);
      TaskCommand command = reader.read(payload);
      return own ? new OwnTaskCommand.Told(command) : command;
    };
  }

  private static TaskCommand.Add add(Payload payload) {
    return new TaskCommand.Add(
        titles(payload),
        Payload.isAbsent(payload.field("column")) ? Column.TO_DO : column(payload),
        payload.wholeNumber("estimate", 1, TaskLimits.MAX_ESTIMATE).orElse(null),
        Payload.isAbsent(payload.field("assignee"))
            ? null
            : memberId(payload.field("assignee"), "assignee"));
  }

  private static List<String> titles(Payload payload) {
    JsonNode values = payload.field("titles");
    if (Payload.isAbsent(values)) {
      return List.of(title(payload.field("title"), "title"));
    }
    if (!values.isArray() || values.isEmpty() || values.size() > TaskLimits.AT_ONCE) {
      throw Payload.invalid("titles", "an array of 1 to %d titles".formatted(TaskLimits.AT_ONCE));
    }
    var titles = new ArrayList<String>();
    for (int i = 0; i < values.size(); i++) {
      titles.add(title(values.path(i), "titles." + i));
    }
    return titles;
  }

  private static TaskCommand.Update update(Payload payload) {
    JsonNode title = payload.field("title");
    JsonNode assignee = payload.field("assignee");
    return new TaskCommand.Update(
        taskId(payload),
        Payload.isAbsent(title) ? null : title(title, "title"),
        payload.field("estimate").isNull()
            ? Integer.valueOf(0)
            : payload.wholeNumber("estimate", 1, TaskLimits.MAX_ESTIMATE).orElse(null),
        optionalAssignee(assignee));
  }

  /// Here null is a value: it takes the assignment back.
  private static @Nullable String optionalAssignee(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    return value.isMissingNode() ? null : memberId(value, "assignee");
  }

  private static TaskCommand.Move move(Payload payload) {
    Long before =
        Payload.isAbsent(payload.field("before")) ? null : payload.count("before").orElseThrow();
    return new TaskCommand.Move(taskId(payload), column(payload), before);
  }

  private static TaskCommand.Work work(Payload payload) {
    return new TaskCommand.Work(Payload.isAbsent(payload.field("taskId")) ? null : taskId(payload));
  }

  private static long taskId(Payload payload) {
    return payload
        .count("taskId")
        .orElseThrow(() -> Payload.invalid("taskId", "the taskId of a task"));
  }

  private static Column column(Payload payload) {
    return payload
        .text("column")
        .flatMap(Column::of)
        .orElseThrow(() -> Payload.invalid("column", "todo, doing or done"));
  }

  private static String title(JsonNode value, String path) {
    String title = value.asText().strip();
    if (!value.isTextual()
        || title.isEmpty()
        || title.codePointCount(0, title.length()) > TaskLimits.MAX_TITLE
        || !Text.isOneLine(title)) {
      throw Payload.invalid(path, "one line of 1 to %d characters".formatted(TaskLimits.MAX_TITLE));
    }
    return title;
  }

  private static String memberId(JsonNode value, String path) {
    String memberId = value.asText();
    if (!value.isTextual()
        || memberId.isBlank()
        || memberId.length() > JournalEvent.MAX_ACTOR_LENGTH
        || !Text.isOneLine(memberId)) {
      throw Payload.invalid(path, "a member id");
    }
    return memberId;
  }
}
