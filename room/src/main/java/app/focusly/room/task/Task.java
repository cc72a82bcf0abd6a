package app.focusly.room.task;

import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.Recorded;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// One task. Immutable.
///
/// @param id the number of the event that added it
/// @param at when that was
/// @param by who added it
/// @param origin the column that it was added to
/// @param title empty only while its own event is read again that a later one overwrote
/// @param titledIn the one event that has its title in it
/// @param estimate in pomodoros, 0 for none
/// @param phases of focus that were booked to it
/// @param doneAt when it came into the last column; 0 while it is not there
record Task(
    long id,
    long at,
    String by,
    Column origin,
    String title,
    long titledIn,
    int estimate,
    @Nullable Assignee assignee,
    int phases,
    long focusedMs,
    long doneAt) {

  /// Whose task it is.
  ///
  /// @param name that they went by when it became theirs; empty when there was none
  record Assignee(String memberId, String name) {}

  static Task added(Recorded recorded) {
    JsonNode body = recorded.body();
    long at = recorded.event().at().toEpochMilli();
    Column column = columnOf(body);
    return new Task(
        recorded.seq(),
        at,
        recorded.event().actor(),
        column,
        body.path("title").asText(),
        recorded.seq(),
        body.path("estimate").intValue(),
        null,
        0,
        0,
        column == Column.DONE ? at : 0);
  }

  static Column columnOf(JsonNode body) {
    return Column.of(body.path("column").asText()).orElse(Column.TO_DO);
  }

  /// What stays of the event that added it, once its title is elsewhere or nowhere.
  ObjectNode addedWithoutTitle() {
    return addedBody("", origin, estimate);
  }

  static ObjectNode addedBody(String title, Column column, int estimate) {
    ObjectNode body = object();
    if (!title.isEmpty()) {
      body.put("title", title);
    }
    body.put("column", column.text());
    return estimate == 0 ? body : body.put("estimate", estimate);
  }

  Task titled(String other, long in) {
    return new Task(id, at, by, origin, other, in, estimate, assignee, phases, focusedMs, doneAt);
  }

  Task estimated(int other) {
    return new Task(
        id, at, by, origin, title, titledIn, other, assignee, phases, focusedMs, doneAt);
  }

  Task assigned(@Nullable Assignee other) {
    return new Task(
        id, at, by, origin, title, titledIn, estimate, other, phases, focusedMs, doneAt);
  }

  Task booked(long ms) {
    return new Task(
        id,
        at,
        by,
        origin,
        title,
        titledIn,
        estimate,
        assignee,
        phases + 1,
        focusedMs + ms,
        doneAt);
  }

  Task done(long when) {
    return new Task(
        id, at, by, origin, title, titledIn, estimate, assignee, phases, focusedMs, when);
  }

  /// Nobody can tell any more who added it.
  Task anonymous() {
    return new Task(
        id,
        at,
        JournalEvent.FORGOTTEN,
        origin,
        title,
        titledIn,
        estimate,
        assignee,
        phases,
        focusedMs,
        doneAt);
  }

  boolean isOf(String memberId) {
    return assignee != null && assignee.memberId().equals(memberId);
  }

  /// As clients get it.
  ObjectNode view(Column column) {
    ObjectNode node = object().put("taskId", id).put("title", title).put("column", column.text());
    node.put("estimate", estimate == 0 ? null : Integer.valueOf(estimate));
    node.put("assignee", assignee == null ? null : assignee.memberId());
    if (assignee != null && !assignee.name().isEmpty()) {
      node.put("assigneeName", assignee.name());
    }
    node.put("phases", phases).put("focusedMs", focusedMs).put("by", by).put("at", at);
    return doneAt == 0 ? node : node.put("doneAt", doneAt);
  }

  /// As snapshots have it.
  ObjectNode snapshot(Column column) {
    return view(column).put("origin", origin.text()).put("titledIn", titledIn);
  }

  static Task restored(JsonNode node) {
    JsonNode assignee = node.path("assignee");
    return new Task(
        node.path("taskId").longValue(),
        node.path("at").longValue(),
        node.path("by").asText(),
        Column.of(node.path("origin").asText()).orElse(Column.TO_DO),
        node.path("title").asText(),
        node.path("titledIn").longValue(),
        node.path("estimate").intValue(),
        assignee.isTextual()
            ? new Assignee(assignee.asText(), node.path("assigneeName").asText())
            : null,
        node.path("phases").intValue(),
        node.path("focusedMs").longValue(),
        node.path("doneAt").longValue());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
