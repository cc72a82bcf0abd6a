package app.focusly.room.task;

import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;
import app.focusly.room.history.Erasure;
import app.focusly.room.journal.Redaction;
import app.focusly.room.ledger.Act;
import app.focusly.room.ledger.Decision;
import app.focusly.room.ledger.Draft;
import app.focusly.room.ledger.EventType;
import app.focusly.room.ledger.Feature;
import app.focusly.room.ledger.Recorded;
import app.focusly.room.payload.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The room's task board: three columns of tasks, and who works on which.
///
/// It is as lasting as the room; what ages is only who added a task. A title stands in one event at
/// a time, which is overwritten when the task is named anew or removed. Assignments are events of
/// their own, each taken back before the next, so that those to a forgotten member can be
/// overwritten and leave the task to nobody.
public final class Tasks implements Feature<TaskCommand>, Feature.Reacting, Feature.Forgetful {
  private static final String JOINED = "member-joined";
  private static final String LEFT = "member-left";
  private static final String SESSION_ENDED = "session-ended";
  static final String PHASE_ENDED = "timer-phase-ended";
  static final Set<String> PHASES =
      Set.of(
          "timer-started",
          "timer-paused",
          "timer-resumed",
          "timer-extended",
          "timer-skipped",
          "timer-reset",
          PHASE_ENDED);

  /// What is overwritten when a member is forgotten: what was theirs to do, and what they worked
  /// on. What they put on the board stays there, as the room's.
  public static final Erasure.Overwriting OVERWRITING =
      Erasure.naming(Set.of(TaskEvents.ASSIGNED, TaskEvents.WORKED));

  static final List<EventType> EVENTS =
      Stream.of(
              TaskEvents.ADDED,
              TaskEvents.UPDATED,
              TaskEvents.ASSIGNED,
              TaskEvents.MOVED,
              TaskEvents.REMOVED,
              TaskEvents.WORKED,
              TaskEvents.BOOKED)
          .map(EventType::of)
          .toList();

  private static final Description<TaskCommand> DESCRIPTION =
      new Description<>(
          "tasks",
          1,
          TaskCommand.class,
          EVENTS,
          Stream.concat(Stream.of(JOINED, LEFT, SESSION_ENDED), PHASES.stream())
              .collect(Collectors.toUnmodifiableSet()));

  private final TaskLimits limits;
  private final Board board = new Board();
  private final Working working = new Working();
  private final Map<String, String> present = new LinkedHashMap<>(); // names by member id
  private FocusPhase phase = FocusPhase.NONE;
  private FocusPhase ended = FocusPhase.NONE; // only while its event is reacted to

  public Tasks(TaskLimits limits) {
    this.limits = limits;
  }

  @Override
  public Description<TaskCommand> description() {
    return DESCRIPTION;
  }

  @Override
  public Decision decide(TaskCommand command, Act act) {
    return switch (command) {
      case TaskCommand.Add add -> add(add, act);
      case TaskCommand.Update update ->
          board
              .find(update.taskId())
              .map(task -> update(task, update, act))
              .orElseGet(Tasks::unknown);
      case TaskCommand.Move move ->
          board
              .columnOf(move.taskId())
              .map(column -> move(move, column, act))
              .orElseGet(Tasks::unknown);
      case TaskCommand.Remove(long taskId) ->
          board.find(taskId).map(Tasks::remove).orElseGet(Tasks::unknown);
      case TaskCommand.Work(Long taskId) -> work(taskId, act);
    };
  }

  private Decision add(TaskCommand.Add add, Act act) {
    if (add.titles().stream().anyMatch(this::isTooLong)) {
      return tooLong(add.titles().size() == 1 ? "title" : "titles");
    }
    if (board.size() + add.titles().size() > limits.tasks()) {
      return refused(
          Refusal.of(
              RefusalCode.TOO_MANY_TASKS,
              "The board takes %d tasks, and has %d.".formatted(limits.tasks(), board.size())));
    }
    if (add.assignee() != null && nameOf(add.assignee(), act).isEmpty()) {
      return unknownMember();
    }
    var drafts = new ArrayList<Draft>();
    int estimate = add.estimate() == null ? 0 : add.estimate();
    for (String title : add.titles()) {
      long taskId = act.seq() + drafts.size();
      drafts.add(Draft.of(TaskEvents.ADDED, Task.addedBody(title, add.column(), estimate)));
      if (add.assignee() != null) {
        drafts.add(assigned(taskId, add.assignee(), act));
      }
    }
    return new Decision.Happens(drafts);
  }

  private Decision update(Task task, TaskCommand.Update update, Act act) {
    var drafts = new ArrayList<Draft>();
    String title = update.title();
    if (title != null && isTooLong(title)) {
      return tooLong("title");
    }
    if (title != null && !title.equals(task.title())) {
      drafts.add(
          new Draft(TaskEvents.UPDATED, about(task.id()).put("title", title), withoutTitle(task)));
    }
    Integer estimate = update.estimate();
    if (estimate != null && estimate != task.estimate()) {
      Integer shown = estimate == 0 ? null : estimate;
      drafts.add(Draft.of(TaskEvents.UPDATED, about(task.id()).put("estimate", shown)));
    }
    String assignee = update.assignee();
    if (assignee != null && !task.isOf(assignee)) {
      if (!assignee.isEmpty() && nameOf(assignee, act).isEmpty()) {
        return unknownMember();
      }
      if (task.assignee() != null) {
        drafts.add(Draft.of(TaskEvents.ASSIGNED, about(task.id()).putNull("memberId")));
      }
      if (!assignee.isEmpty()) {
        drafts.add(assigned(task.id(), assignee, act));
      }
    }
    return new Decision.Happens(drafts);
  }

  private boolean isTooLong(String title) {
    return Text.length(title) > limits.title();
  }

  private Decision tooLong(String path) {
    return refused(
        Refusal.at(
            path,
            RefusalCode.INVALID_PAYLOAD,
            "A title has %d characters at most.".formatted(limits.title())));
  }

  private Draft assigned(long taskId, String memberId, Act act) {
    ObjectNode body = about(taskId).put("memberId", memberId);
    String name = nameOf(memberId, act).orElse("");
    return Draft.of(TaskEvents.ASSIGNED, name.isEmpty() ? body : body.put("name", name));
  }

  /// What somebody goes by who is here or has tasks; empty for anybody else.
  private Optional<String> nameOf(String memberId, Act act) {
    String here = present.get(memberId);
    if (memberId.equals(act.actor())) {
      return Optional.of(act.name().isEmpty() && here != null ? here : act.name());
    }
    return here != null
        ? Optional.of(here)
        : board
            .tasks()
            .map(Task::assignee)
            .filter(Objects::nonNull)
            .filter(assignee -> assignee.memberId().equals(memberId))
            .map(Task.Assignee::name)
            .findFirst();
  }

  /// Orders that a task's title is nowhere but in the event that orders it, if there.
  private static List<Redaction> withoutTitle(Task task) {
    ObjectNode left = task.titledIn() == task.id() ? task.addedWithoutTitle() : about(task.id());
    return List.of(Redaction.of(task.titledIn(), left.toString()));
  }

  private Decision move(TaskCommand.Move move, Column from, Act act) {
    Column to = move.column();
    Long before = move.before();
    if (before != null && !board.isIn(to, before)) {
      before = null;
    }
    boolean stays =
        from == to
            && (Objects.equals(before, move.taskId())
                || Objects.equals(before, board.after(move.taskId()).orElse(null)));
    if (stays) {
      return Decision.happens();
    }
    ObjectNode body = about(move.taskId()).put("column", to.text()).put("before", before);
    if (to == Column.DONE) {
      long doneAt = board.find(move.taskId()).map(Task::doneAt).orElse(0L);
      body.put("doneAt", from == Column.DONE ? doneAt : act.now().toEpochMilli());
    }
    return Decision.happens(Draft.of(TaskEvents.MOVED, body));
  }

  private static Decision remove(Task task) {
    return Decision.happens(new Draft(TaskEvents.REMOVED, about(task.id()), withoutTitle(task)));
  }

  private Decision work(@Nullable Long taskId, Act act) {
    if (taskId != null && board.find(taskId).isEmpty()) {
      return unknown();
    }
    if (working.on(act.actor(), taskId)) {
      return Decision.happens();
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("memberId", act.actor());
    return Decision.happens(Draft.of(TaskEvents.WORKED, body.put("taskId", taskId)));
  }

  /// A focus phase counts once for each task that somebody here works on.
  @Override
  public List<Draft> react(Recorded recorded, Act act) {
    if (!recorded.type().equals(PHASE_ENDED)
        || !recorded.body().path("ended").asText().equals("focus")) {
      return List.of();
    }
    long endedAt = recorded.body().path("endedAt").longValue();
    var phase = new EndedPhase(ended.startedAt(), endedAt, ended.lengthMs());
    return booking(present.keySet(), phase)
        .map(body -> List.of(Draft.of(TaskEvents.BOOKED, body)))
        .orElseGet(List::of);
  }

  /// What says that a phase counts for the tasks that these members work on, if they do.
  Optional<ObjectNode> booking(Set<String> members, EndedPhase phase) {
    List<Long> tasks = working.of(members);
    if (tasks.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode ids = body.putArray("taskIds");
    tasks.forEach(ids::add);
    return Optional.of(
        body.put("focusedMs", phase.lengthMs())
            .put("phaseStartedAt", phase.startedAt())
            .put("phaseEndedAt", phase.endedAt()));
  }

  @Override
  public void apply(Recorded recorded) {
    ObjectNode body = recorded.body();
    long taskId = body.path("taskId").longValue();
    String memberId = body.path("memberId").asText();
    switch (recorded.type()) {
      case TaskEvents.ADDED -> board.put(Task.added(recorded), Task.columnOf(body), null);
      case TaskEvents.UPDATED -> board.change(taskId, task -> updated(task, recorded));
      case TaskEvents.ASSIGNED -> board.change(taskId, task -> task.assigned(assignee(body)));
      case TaskEvents.MOVED -> moved(taskId, body);
      case TaskEvents.REMOVED -> {
        board.remove(taskId);
        working.end(taskId);
      }
      case TaskEvents.WORKED -> {
        if (!memberId.isEmpty()) { // otherwise it has been forgotten
          working.set(memberId, body.path("taskId").isNumber() ? Long.valueOf(taskId) : null);
        }
      }
      case TaskEvents.BOOKED ->
          body.path("taskIds")
              .forEach(id ->
                  board.change(
                      id.longValue(), task -> task.booked(body.path("focusedMs").longValue())));
      case JOINED -> {
        if (!memberId.isEmpty()) {
          present.put(memberId, body.path("name").asText());
        }
      }
      case LEFT -> present.remove(memberId);
      case SESSION_ENDED -> working.clear();
      default -> followTimer(body.path("timer"));
    }
  }

  private static Task updated(Task task, Recorded recorded) {
    JsonNode title = recorded.body().path("title");
    JsonNode estimate = recorded.body().path("estimate");
    Task titled = title.isTextual() ? task.titled(title.asText(), recorded.seq()) : task;
    return estimate.isMissingNode() ? titled : titled.estimated(estimate.intValue());
  }

  private static Task.@Nullable Assignee assignee(ObjectNode body) {
    JsonNode memberId = body.path("memberId");
    return memberId.isTextual()
        ? new Task.Assignee(memberId.asText(), body.path("name").asText())
        : null;
  }

  private void moved(long taskId, ObjectNode body) {
    Column column = Task.columnOf(body);
    JsonNode before = body.path("before");
    board
        .find(taskId)
        .ifPresent(task -> {
          board.remove(taskId);
          board.put(
              task.done(body.path("doneAt").longValue()),
              column,
              before.isNumber() ? Long.valueOf(before.longValue()) : null);
        });
    if (column == Column.DONE) {
      working.end(taskId);
    }
  }

  private void followTimer(JsonNode timer) {
    if (timer.isObject()) { // nothing is left of an event that was redacted
      ended = phase;
      phase = FocusPhase.of(timer);
    }
  }

  /// Who added a task is not known any more; the board itself lasts.
  @Override
  public void forgetThrough(long seq, Instant now) {
    board.changeAll(task -> task.id() <= seq, Task::anonymous);
  }

  @Override
  public void forgetMember(String memberId) {
    present.remove(memberId);
    working.set(memberId, null);
    board.changeAll(task -> task.isOf(memberId), task -> task.assigned(null));
    board.changeAll(task -> task.by().equals(memberId), Task::anonymous);
  }

  @Override
  public ObjectNode snapshot() {
    ObjectNode state = JsonNodeFactory.instance.objectNode();
    state.set("tasks", board.toJson(Task::snapshot));
    working.show(state.putObject("working"));
    ObjectNode names = state.putObject("present");
    present.forEach(names::put);
    state.set("phase", phase.toJson());
    return state;
  }

  @Override
  public void restore(ObjectNode state) {
    board.restore(state.path("tasks"));
    working.restore(state.path("working"));
    state
        .path("present")
        .properties()
        .forEach(entry -> present.put(entry.getKey(), entry.getValue().asText()));
    phase = FocusPhase.of(state.path("phase"));
  }

  @Override
  public ObjectNode view() {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.set("tasks", board.toJson(Task::view));
    working.show(view.putObject("working"));
    return view;
  }

  private static ObjectNode about(long taskId) {
    return JsonNodeFactory.instance.objectNode().put("taskId", taskId);
  }

  private static Decision unknown() {
    return refused(Refusal.at("taskId", RefusalCode.UNKNOWN_TASK, "There is no such task."));
  }

  private static Decision unknownMember() {
    return refused(
        Refusal.at("assignee", RefusalCode.UNKNOWN_MEMBER, "There is no such member here."));
  }

  private static Decision refused(Refusal refusal) {
    return new Decision.Refused(refusal);
  }
}
